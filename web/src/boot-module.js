// Plain ES5: hands the module to the worker as soon as it is read, while the page's own script is still to come.
(function () {
  var boot = window.nianbaoBoot;
  if (!boot.failed) boot.worker.postMessage({ kind: "start", wasm: { packed: document.getElementById("core-wasm").textContent }, first: true });
})();
