// Pictures of every state of the page, to be looked at: node tests/page/gallery.mjs [--only NAME] [--mode MODE]… [FOLDER]
// Modes: 1440 1024 390 laptop laptop125 laptop150 zoom dark forced contrast large english; default 1440. Printed pages come as PDF (mode print).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { file, launch, openPage, paste, samples, settled } from "./support.mjs";

const args = process.argv.slice(2);
const valuesOf = (name) => args.flatMap((arg, i) => (args[i - 1] === "--" + name ? [arg] : []));
const only = valuesOf("only");
const modes = valuesOf("mode").length > 0 ? valuesOf("mode") : ["1440"];
const folder = args.find((arg, i) => !arg.startsWith("--") && !(args[i - 1] || "").startsWith("--")) || "tests/out/gallery";

const screens = { "1440": {}, "1024": { width: 1024, height: 768 }, "390": { width: 390, height: 844 }, zoom: { width: 720, height: 450, deviceScaleFactor: 2 }, dark: { colorScheme: "dark" },
  laptop: { width: 1366, height: 640 }, laptop125: { width: 1093, height: 512, deviceScaleFactor: 1.25 }, laptop150: { width: 911, height: 427, deviceScaleFactor: 1.5 }, forced: { forcedColors: "active", colorScheme: "dark" } };

const bureaus = ["自然资源局", "教育局", "财政局", "民政局", "司法局", "审计局", "统计局", "水利局", "农业农村局", "交通运输局", "市场监督管理局", "生态环境局", "应急管理局",
  "文化和旅游局", "卫生健康局", "退役军人事务局", "医疗保障局", "人力资源和社会保障局", "发展和改革局", "住房和城乡建设局", "城关镇人民政府", "东山镇人民政府", "清河镇人民政府",
  "南湖街道办事处", "北岭乡人民政府", "公安局", "林业局", "信访局", "行政审批局", "城市管理局"];

const typeReport = async (page, text) => { await paste(page, { "text/plain": text }, "body"); await settled(page); };
const open = (rule) => async (page) => page.click("#findings [data-rule=" + rule + "] .finding-head");
const dialog = (name) => async (page) => page.click("#open-" + name);
const lastYear = (core) => core.sample("clean").replace(/2024/g, "2023").replace(/(四、结转下年度继续办理 \| )\d+( .*\| )\d+( \|)/, "$177$277$3");

/** Each state from a fresh page. */
const states = {
  empty: async () => undefined,
  dragging: async (page) => page.evaluate(() => document.dispatchEvent(new DragEvent("dragenter", { bubbles: true, cancelable: true }))),
  errors: async (page, core) => typeReport(page, core.sample("errors")),
  total: async (page, core) => { await states.errors(page, core); await open("t3-handled-sum")(page); },
  balance: async (page, core) => { await states.errors(page, core); await open("t3-balance")(page); },
  zero: async (page, core) => { await states.errors(page, core); await open("leading-zero")(page); },
  accept: async (page, core) => { await states.total(page, core); await page.click("#findings li.is-open .accept button"); },
  accepted: async (page, core) => { await states.accept(page, core); await page.fill("input[name=reason]", "与台账核对过，原件如此"); await page.click("#findings li.is-open .accept button[type=submit]"); },
  editing: async (page, core) => { await states.errors(page, core); await page.locator('td[data-cell="t3.new.natural"]').dblclick(); },
  repaired: async (page, core) => { await states.errors(page, core); await page.click("[data-repair=best] .try"); await settled(page); },
  others: async (page, core) => { await states.errors(page, core); await page.click(".repairs summary"); },
  clean: async (page, core) => typeReport(page, core.sample("clean")),
  form2019: async (page, core) => typeReport(page, core.sample("errors", "2019")),
  previous: async (page, core) => { await states.clean(page, core); await page.click("#toggle-previous"); },
  compared: async (page, core) => { await states.previous(page, core); await page.fill("#previous", lastYear(core)); await page.waitForSelector("#findings [data-rule=carry-over]"); await open("carry-over")(page); },
  box: async (page, core) => { await states.errors(page, core); await page.click("#open-box"); },
  tables: async (page, core) => { await states.errors(page, core); await page.click("[data-view=tables]"); },
  source: async (page, core) => { await states.total(page, core); await page.click("[data-view=source]"); },
  replaced: async (page, core) => { await states.repaired(page, core); await typeReport(page, core.sample("clean").replace(/自然资源局/g, "教育局")); },
  locked: async (page) => { await page.setInputFiles("#file", file("临江县自然资源局2024年报.docx", "PK\u0003\u0004这不是压缩包")); await settled(page); },
  unreadable: async (page) => typeReport(page, "这是一篇通知，不是年度报告。"),
  encoding: async (page, core) => { await page.setInputFiles("#file", file("报告.txt", core.sample("errors"))); await settled(page); },
  display: async (page, core) => { await states.errors(page, core); await dialog("display")(page); },
  keys: async (page, core) => { await states.errors(page, core); await dialog("keys")(page); },
  about: async (page, core) => { await states.errors(page, core); await dialog("about")(page); },
  exports: async (page, core) => { await states.errors(page, core); await dialog("exports")(page); },
  many: async (page, core) => {
    const bodies = bureaus.map((name) => "临江县" + name);
    const text = (i) => core.sample(i % 3 === 0 ? "errors" : "clean").replace(/临江县自然资源局/g, bodies[i]);
    const files = bodies.map((body, i) => file(body + "2024年政府信息公开工作年度报告.txt", text(i)));
    files.push(file("上年.txt", text(1).replace(/2024/g, "2023")), file("会议通知.txt", "这不是报告"), file("破损.docx", "PK\u0003\u0004这不是压缩包"));
    await page.setInputFiles("#file", files);
    await page.waitForFunction((n) => document.getElementById("reports").dataset.done === String(n), files.length);
    await page.waitForTimeout(300);
  },
  "many-open": async (page, core) => { await states.many(page, core); await page.locator("#reports tbody tr[data-verdict=errors]").first().click(); await settled(page); },
  "many-exports": async (page, core) => { await states.many(page, core); await dialog("exports")(page); },
};

const prints = {
  "print-page": async (page, core) => { await states.errors(page, core); },
  "print-sheet": async (page, core) => { await states.accepted(page, core); await page.evaluate(() => { window.print = () => { window.kept = document.getElementById("sheets").outerHTML; }; }); await dialog("exports")(page); await page.click("#print-sheet"); },
  "print-sheets": async (page, core) => { await states.many(page, core); await page.evaluate(() => { window.print = () => { window.kept = document.getElementById("sheets").outerHTML; }; }); await dialog("exports")(page); await page.click("#print-sheets"); },
};

async function shoot(browser, core, mode) {
  for (const [name, reach] of Object.entries(states)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const page = await openPage(browser, screens[mode] || {});
    page.setDefaultTimeout(15000);
    if (mode === "contrast" || mode === "large") { await dialog("display")(page); await page.check("#" + mode); await page.keyboard.press("Escape"); }
    if (mode === "english") await page.click("#language");
    try {
      await reach(page, core);
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, mode + "-" + name + ".png"), fullPage: mode === "390" || mode === "zoom" });
    } catch (error) {
      console.log(mode, name, String(error).split("\n")[0]);
    }
    await page.context().close();
  }
}

async function print(browser, core) {
  for (const [name, reach] of Object.entries(prints)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const page = await openPage(browser);
    await reach(page, core);
    // What a person prints is the page as it stands while the print window is open.
    await page.evaluate(() => { if (window.kept) { document.querySelector("#page > *").classList.add("page-printing"); const box = document.createElement("div"); box.textContent = ""; document.querySelector("#page > *").appendChild(document.createRange().createContextualFragment(window.kept)); } });
    writeFileSync(join(folder, name + ".pdf"), await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false }));
    await page.context().close();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
const core = await samples();
for (const mode of modes) await (mode === "print" ? print(browser, core) : shoot(browser, core, mode));
await browser.close();
