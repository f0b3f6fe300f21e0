// Plain ES5: says so where the browser is too old for the page, or runs it in the mode of an older one.
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
  function tell() {
    var page = document.getElementById("page");
    if (page) page.textContent = "您的浏览器版本过旧，或停用了 WebAssembly，无法运行本页。用 360、QQ、搜狗等双核浏览器的，请在地址栏把“兼容模式”切换为“极速模式”；" +
      "否则请改用较新的 360、奇安信、Edge、Chrome（69 以上）或 Firefox（78 以上）浏览器打开。\n" +
      "This browser is too old for this page, or has WebAssembly switched off. Please open it in Chrome or Edge 69, Firefox 78, or later.";
  }
  // The words' place is read after this script.
  if (document.addEventListener) document.addEventListener("DOMContentLoaded", tell);
  tell();
})();
