// Plain ES5: starts the core's worker as soon as its text is read. What it says is kept until the page's own script takes it over.
(function () {
  var boot = { url: "", worker: null, said: [], failed: true, then: null };
  window.nianbaoBoot = boot;
  if (document.documentElement.getAttribute("data-old")) return;
  try {
    boot.url = URL.createObjectURL(new Blob([document.getElementById("core-worker").textContent], { type: "text/javascript" }));
    boot.worker = new Worker(boot.url);
    boot.worker.onmessage = function (event) {
      boot.said.push(event.data);
      if (boot.then) boot.then();
    };
    boot.worker.onerror = function (event) {
      event.preventDefault();
      boot.failed = true;
    };
    boot.failed = false;
  } catch (_) {
    // It stays failed, and the page's own script tries again and tells.
  }
})();
