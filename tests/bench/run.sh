#!/usr/bin/env bash
# Measures everything side by side in one run and prints one table (docs/performance.md), installing what it needs first (Debian 12).
#
# usage: tests/bench/run.sh [--no-page]
# environment: build-wasm.sh's variables
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. core/cmake/install.sh
jobs=${NIANBAO_JOBS:-$(nproc)}
mkdir -p build/bench
install_missing /usr/include/benchmark/benchmark.h:libbenchmark-dev /usr/include/glpk.h:libglpk-dev \
    /usr/include/catch2/catch.hpp:catch2

[ -f dist/index.html ] || ./build-wasm.sh
step "building the benchmarks"
quietly build/bench/native.log cmake --preset release
quietly build/bench/native.log cmake --build --preset release --target bench_check bench_locate -j "$jobs"
quietly build/bench/wasm.log cmake --preset wasm
quietly build/bench/wasm.log cmake --build --preset wasm --target nianbao-core bench_locate -j "$jobs"
node_modules_of tests/bench

step "measuring"
build/release/bench_check --write build/bench
build/release/bench_check --benchmark_format=json --benchmark_repetitions=5 --benchmark_report_aggregates_only=true > build/bench/check.json
printf '{"native": %s, "wasm": %s}\n' "$(build/release/bench_locate 400 --json)" "$(node build/wasm/bench_locate.js 400 --json)" > build/bench/locate.json
node tests/bench/module.mjs build/bench/check.json build/bench build/bench/locate.json
if [ "${1:-}" != --no-page ] && [ -f tests/bench/page.mjs ]; then
    echo
    node_modules_of tests/page
    node tests/bench/page.mjs
fi
