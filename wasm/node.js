// Node 18 and later have fetch, which can't read a file's path: hand the module its bytes.
if (typeof process === 'object' && process.versions && process.versions.node && typeof importScripts !== 'function' && !Module['wasmBinary']) {
  Module['wasmBinary'] = require('fs').readFileSync(require('path').join(__dirname, 'nianbao-core.wasm'));
}

// The options of check(); none where the text is no JSON object, or holds a string that is no UTF-16.
Module['optionsOf'] = function (json) {
  var lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
  try {
    var given = JSON.parse(json, function (key, value) {
      if (typeof value === 'string' && lone.test(value)) throw new Error('no UTF-16');
      return value;
    });
    return given !== null && typeof given === 'object' && !Array.isArray(given) ? given : {};
  } catch (e) {
    return {};
  }
};
