#!/usr/bin/env bash
# Runs every test, installing what the tests need first (Debian 12). The last line says how many passed and failed.
#
# usage: tests/run.sh
# environment:
#   NIANBAO_REPORTS        folder of real reports; tests that use them skip where it is absent (default ../shared/reports)
#   NIANBAO_FUZZ_SECONDS   seconds each fuzz target runs (default 15; 0 leaves fuzzing out)
#   NIANBAO_JOBS           parallel compilations (default: all processors)
# All of build-wasm.sh's variables work too.
set -uo pipefail
# Chinese file names must mean the same to every program the tests start.
export LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. core/cmake/install.sh
jobs=${NIANBAO_JOBS:-$(nproc)}
fuzz_seconds=${NIANBAO_FUZZ_SECONDS:-15}
mkdir -p build
started=$SECONDS

install_missing \
    /usr/include/catch2/catch.hpp:catch2 /usr/include/glpk.h:libglpk-dev clang++:clang \
    '/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a:libclang-rt-dev' \
    /usr/lib/libreoffice/program/libswlo.so:libreoffice-writer /usr/lib/libreoffice/program/libsclo.so:libreoffice-calc \
    chromium:chromium firefox-esr:firefox-esr /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk || exit 1

passed=0 failed=0 skipped=0
# count PASSED FAILED SKIPPED
count() { passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0})); }
fail() { echo "FAILED: $*" >&2; count 0 1; }

# Node's test runner; counts from its TAP summary.
node_tests() {
    local name=$1 log=build/test-$1.log
    shift
    node --test --test-reporter=tap "$@" > "$log" 2>&1
    local status=$?
    local ok bad skip
    ok=$(sed -n 's/^# pass //p' "$log" | tail -1) bad=$(sed -n 's/^# fail //p' "$log" | tail -1) skip=$(sed -n 's/^# skipped //p' "$log" | tail -1)
    [ -n "$ok" ] || { tail -n 40 "$log" >&2; fail "$name: the test runner did not start"; return; }
    count "$ok" "$bad" "${skip:-0}"
    [ "$status" = 0 ] || { grep -B2 -A25 '^ *not ok' "$log" | head -n 200 >&2; [ "$bad" != 0 ] || fail "$name: exit status $status"; }
    echo "$name: $ok passed, $bad failed, ${skip:-0} skipped"
}

step "building the product"
if ./build-wasm.sh; then count 1 0; else fail "build-wasm.sh"; fi

step "building the tests (Debug, AddressSanitizer, UndefinedBehaviorSanitizer, warnings are errors)"
if quietly build/dev.log cmake --preset dev && quietly build/dev.log cmake --build --preset dev -j "$jobs" -- -k 0; then
    step "unit, rules, reports, properties, hostile input, locating"
    ctest --preset dev -j "$jobs" --verbose > build/test-core.log 2>&1 || grep -E '^[0-9]+: ' build/test-core.log |
        grep -A30 -E 'FAILED|ERROR: |runtime error|due to' | head -n 300 >&2
    # Catch2 says "All tests passed (… in N test cases)" or "test cases: N | P passed | F failed". ctest says what fails a second time,
    # without the test's number before it.
    read -r ok bad < <(awk '
        !/^[0-9]+: / { next }
        /All tests passed/ { if (match($0, /in [0-9]+ test case/)) ok += substr($0, RSTART + 3, RLENGTH - 13) }
        /test cases: / { n = split($0, part, "|"); for (i = 2; i <= n; i++) { split(part[i], w, " "); if (w[2] == "passed") ok += w[1]; if (w[2] == "failed") bad += w[1] } }
        END { print ok + 0, bad + 0 }' build/test-core.log)
    count "$ok" "$bad"
    broken=$(sed -n 's/^.*tests passed, \([0-9]*\) tests failed.*/\1/p' build/test-core.log)
    [ "$bad" != 0 ] || [ "${broken:-1}" = 0 ] || { fail "a test program ended early"; tail -n 15 build/test-core.log >&2; }
    echo "core: $ok passed, $bad failed"
else
    fail "building the tests"
fi

step "the command line, and the module in Node against it"
if quietly build/release-tests.log cmake --build --preset release --target generate_reports -j "$jobs"; then
    node_tests module tests/wasm/*.test.mjs
    node_tests command-line tests/cli/*.test.mjs
else
    fail "building generate_reports"
fi

if [ -d tests/page ]; then
    step "the page in Chromium"
    [ ! -f tests/page/package-lock.json ] || node_modules_of tests/page || fail "npm ci in tests/page"
    node_tests page tests/page/*.test.mjs
fi

if [ "$fuzz_seconds" != 0 ]; then
    step "fuzzing every reader for $fuzz_seconds seconds"
    if quietly build/fuzz.log cmake --preset fuzz -DNIANBAO_FUZZ_SECONDS="$fuzz_seconds" &&
        quietly build/fuzz.log cmake --build --preset fuzz -j "$jobs"; then
        ctest --preset fuzz -j "$jobs" --verbose > build/test-fuzz.log 2>&1
        ok=$(grep -cE '^ *[0-9]+/[0-9]+ Test .*Passed' build/test-fuzz.log) bad=$(grep -cE '^ *[0-9]+/[0-9]+ Test .*(Failed|Timeout|Not Run)' build/test-fuzz.log)
        count "$ok" "$bad"
        [ "$bad" = 0 ] || grep -E 'ERROR: |runtime error|SUMMARY|Test unit|Failed' build/test-fuzz.log >&2
        executions=$(sed -n 's/.*stat::number_of_executed_units: *//p' build/test-fuzz.log | awk '{ n += $1 } END { print n + 0 }')
        echo "fuzz: $ok targets passed, $bad failed, $executions executions"
    else
        fail "building the fuzz targets"
    fi
fi

printf '\nThe tests took %d s.\n%d passed, %d failed' $((SECONDS - started)) "$passed" "$failed"
[ "$skipped" = 0 ] || printf ', %d skipped' "$skipped"
echo
[ "$failed" = 0 ]
