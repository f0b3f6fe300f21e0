// Plain ES5: says so where the browser is too old for the page.
(function () {
  var fits = typeof WebAssembly === "object" && typeof Worker === "function" && typeof TextEncoder === "function" && typeof Object.entries === "function" &&
    window.CSS && CSS.supports && CSS.supports("(--a: 0)") && CSS.supports("display", "grid");
  try {
    new Function("return async function () { for (const a of []) await a; }");
  } catch (_) {
    fits = false;
  }
  if (fits) return;
  document.documentElement.setAttribute("data-old", "true");
  var page = document.getElementById("page");
  if (page) page.textContent = "您的浏览器版本过旧，无法运行本页。请改用较新的 360、奇安信、Edge、Chrome（69 以上）或 Firefox（78 以上）浏览器打开。\n" +
    "This browser is too old for this page. Please open it in Chrome or Edge 69, Firefox 78, or later.";
})();
