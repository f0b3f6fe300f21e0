// Node 18 and later have fetch, which can't read a file's path: hand the program its bytes.
Module['wasmBinary'] = require('fs').readFileSync(require('path').join(__dirname, 'bench_locate.wasm'));
