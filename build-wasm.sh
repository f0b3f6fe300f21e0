#!/usr/bin/env bash
# Builds everything a user gets: dist/nianbao.html (one file, opens from disk), dist/index.html with its files (for a web
# server), the WebAssembly module, and build/release/nianbao (the command line). Installs what is missing on Debian 12.
#
# usage: ./build-wasm.sh
# environment:
#   ICU_SOURCE, PUGIXML_SOURCE, ZLIB_SOURCE, GUMBO_SOURCE, JSON_SOURCE   archives you already have (see core/third_party/pins.txt)
#   XDG_CACHE_HOME    where the third-party libraries are kept (default ~/.cache)
#   NIANBAO_JOBS      parallel compilations (default: all processors)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. core/cmake/install.sh

install_missing \
    em++:emscripten cmake:cmake ninja:ninja-build g++:g++ node:nodejs npm:npm icupkg:icu-devtools genccode:icu-devtools makeconv:icu-devtools \
    xz:xz-utils bzip2:bzip2 zopfli:zopfli curl:curl pkg-config:pkg-config dpkg-source:dpkg-dev \
    /etc/ssl/certs/ca-certificates.crt:ca-certificates /usr/include/poppler/cpp/poppler-document.h:libpoppler-cpp-dev

jobs=${NIANBAO_JOBS:-$(nproc)}
export NIANBAO_JOBS=$jobs NODE_PATH=${NODE_PATH:-/usr/share/nodejs}
mkdir -p build dist

step "command line: build/release/nianbao"
quietly build/release.log cmake --preset release
quietly build/release.log cmake --build --preset release --target nianbao -j "$jobs"

step "WebAssembly module: build/wasm/nianbao-core.wasm"
quietly build/wasm.log cmake --preset wasm
quietly build/wasm.log cmake --build --preset wasm -j "$jobs"

step "page: dist/"
sources=$(core/third_party/fetch.sh)
node_modules_of web
node core/third_party/licences.mjs "$sources" build/licences.json
stamp=$( (find web -type f -not -path 'web/node_modules/*' -print0 | sort -z | xargs -0 sha256sum
          sha256sum build/licences.json build/wasm/nianbao-core.js build/wasm/nianbao-core.wasm) | sha256sum)
if [ ! -f dist/nianbao.html ] || [ ! -f dist/index.html ] || [ "$(cat build/page.stamp 2>/dev/null)" != "$stamp" ]; then
    rm -rf dist
    mkdir dist
    (cd web && quietly ../build/page.log npm run --silent build)
    cp build/wasm/nianbao-core.js build/wasm/nianbao-core.wasm dist/
    (cd dist && find . -type f -not -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum > SHA256SUMS)
    echo "$stamp" > build/page.stamp
fi

step "trying the module on a sample report with a damaged number"
build/release/nianbao form 2021 --errors | node wasm/try.mjs dist/nianbao-core.js

printf '\nThe page is ready. Open it in a browser, no server needed:\n  %s\nFor a web server, publish the folder %s (see docs/hosting.md).\n' \
    "$PWD/dist/nianbao.html" "$PWD/dist"
