// Node 18 and later have fetch, which can't read a file's path: hand the module its bytes.
if (typeof process === 'object' && process.versions && process.versions.node && typeof importScripts !== 'function' && !Module['wasmBinary']) {
  Module['wasmBinary'] = require('fs').readFileSync(require('path').join(__dirname, 'nianbao-core.wasm'));
}
