#!/usr/bin/env bash
# Builds the third-party libraries once for one compiler and prints the folder that holds include/ and lib/.
#
# usage: core/third_party/build.sh native|fuzz|wasm
#   native: $CXX (default g++), for the command line and the tests
#   fuzz:   $CXX (default clang++), with AddressSanitizer and libFuzzer's coverage
#   wasm:   em++
# The result lives in ${XDG_CACHE_HOME:-~/.cache}/nianbao, named by the hash of everything that went into it.
set -euo pipefail
variant=${1:?usage: core/third_party/build.sh native|fuzz|wasm}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nianbao
unset CFLAGS CXXFLAGS LDFLAGS
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}

case $variant in
    native) cxx=${CXX:-g++}; cc=${CC:-gcc}; flags='-O2 -g1 -DNDEBUG' ;;
    fuzz)   cxx=${CXX:-clang++}; cc=${CC:-clang}; flags='-O1 -g1 -fsanitize=address,fuzzer-no-link' ;;
    wasm)   cxx=em++; cc=emcc; flags='-Os -flto -DNDEBUG' ;;
    *) echo "third_party: no variant $variant" >&2; exit 2 ;;
esac
command -v "$cxx" >/dev/null || { echo "third_party: $cxx is not installed; run ./build-wasm.sh once, it installs what is missing" >&2; exit 1; }

# Its first line without the program's name. Read whole: em++ fails where `head` closes the pipe before it has said everything.
compiler=$("$cxx" --version)
compiler=${compiler%%$'\n'*}
compiler=${compiler#* }
key=$( (cat "$here"/pins.txt "$here"/*.sh "$here"/gb18030_ucm.mjs "$here"/CMakeLists.txt; echo "$variant $compiler $flags") | sha256sum | cut -c1-16)
prefix=$cache/$variant-$key
if [ -e "$prefix/complete" ]; then echo "$prefix"; exit 0; fi

sources=$("$here/fetch.sh")
mkdir -p "$cache"
exec 8>"$cache/lock-$variant"
flock 8
if [ -e "$prefix/complete" ]; then echo "$prefix"; exit 0; fi

for tool in cmake ninja node icupkg genccode makeconv; do
    PATH=$PATH:/usr/sbin:/sbin command -v $tool >/dev/null || { echo "third_party: $tool is not installed; run ./build-wasm.sh once, it installs what is missing" >&2; exit 1; }
done
echo "third_party: building the libraries ($variant, $compiler)" >&2
rm -rf "$prefix"
build=$prefix.build
rm -rf "$build"
mkdir -p "$build" "$prefix"

# The data ICU needs here: compatibility normalisation and the GB18030 converter, as one C array named icudt72_dat.
(
    cd "$build"
    PATH=$PATH:/usr/sbin:/sbin
    data=$(echo "$sources"/icu/source/data/in/icudt*l.dat)
    printf 'gb18030.cnv\nnfkc.nrm\n' > items.txt
    icupkg -d . -x items.txt "$data"
    node "$here/gb18030_ucm.mjs" gb18030.cnv > gb18030.ucm
    makeconv --small gb18030.ucm
    icupkg -tl -s . -a items.txt new icudt72l.dat
    genccode -d . icudt72l.dat
) >&2

launcher=
[ -z "${CMAKE_CXX_COMPILER_LAUNCHER:-}" ] || launcher=-DCMAKE_C_COMPILER_LAUNCHER=$CMAKE_CXX_COMPILER_LAUNCHER
toolchain=
[ "$variant" != wasm ] || toolchain=-DCMAKE_TOOLCHAIN_FILE=$here/../../wasm/toolchain.cmake
map="-ffile-prefix-map=$sources=. -ffile-prefix-map=$build=."
{
    cmake -S "$here" -B "$build" -G Ninja $toolchain $launcher \
        -DCMAKE_BUILD_TYPE= -DCMAKE_C_COMPILER="$cc" -DCMAKE_CXX_COMPILER="$cxx" \
        -DCMAKE_C_FLAGS="$flags $map" -DCMAKE_CXX_FLAGS="$flags $map" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DSOURCES="$sources" &&
    cmake --build "$build" -j "${NIANBAO_JOBS:-$(nproc)}" &&
    cmake --install "$build"
} > "$prefix/build.log" 2>&1 || { tail -30 "$prefix/build.log" >&2; echo "third_party: building failed, see $prefix/build.log" >&2; exit 1; }
rm -rf "$build"
touch "$prefix/complete"
echo "$prefix"
