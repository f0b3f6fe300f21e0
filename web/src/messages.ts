// Every sentence of the page itself, in Chinese and English. What concerns forms and rules comes from the core.
import type { Language } from "./state";

const catalogue = {
  product: ["年报校验", "Annual report check"],
  subtitle: ["政府信息公开工作年度报告", "Government information disclosure reports"],
  skip: ["跳到核对结果", "Skip to the result"],
  starting: ["正在启动……", "Starting…"],
  coreDead: ["核对程序没有启动：{0}。请换用较新的浏览器，或重新打开本页。", "The checker did not start: {0}. Try a newer browser, or open this page again."],
  coreDeadServer: ["核对程序没有启动：{0}。请先换用较新的浏览器试试；仍不行的，请网站管理员检查文件是否齐全、响应头（CSP）是否拦截了它，或把 nianbao.html 下载到本机打开。", "The checker did not start: {0}. Try a newer browser first. If that does not help, files may be missing on the server or a response header (CSP) may block it: ask the administrator, or download nianbao.html and open it from disk."],
  coreDeadDisk: ["这个文件是给网站服务器用的，直接打开不能运行。请打开同一文件夹里的 nianbao.html。（{0}）", "This file is for web servers and does not run from disk. Open nianbao.html in the same folder. ({0})"],
  coreDown: ["核对程序没有启动，原因见页面上方。", "The checker did not start; the reason stands at the top of the page."],
  coreBroken: ["核对这份内容时程序中断，已重新启动。您的内容还在，没有丢失；可以删去报告以外的部分后再试。", "The checker stopped while working on this and was restarted. Your text is still here; try again without the parts that are not the report."],

  heroTitle: ["粘贴年度报告，立即看出表格哪里不对", "Paste an annual report and see at once what is wrong in its tables"],
  heroSteps: ["在网页、Word 或 WPS 里全选、复制，粘贴到下面；也可以把文件拖进来。", "Select all in the web page, Word or WPS, copy, and paste below; or drop the files here."],
  privacy: ["全部核对在您的电脑上完成，内容不会离开本机；断网也能用。", "Everything is checked on your own computer. Nothing leaves it; no network is needed."],
  inputLabel: ["报告内容", "Report"],
  inputHint: ["在此粘贴（Ctrl+V）或输入报告全文", "Paste (Ctrl+V) or type the whole report here"],
  inputLoadedHint: ["可直接修改，边改边查；粘贴整篇即换成新的报告", "Edit here and it is re-checked as you type; paste a whole report to replace it"],
  inputLarge: ["内容较长（{0}），不在此框内显示；粘贴即可换成另一份。", "The text is long ({0}) and not shown in this box; paste to replace it."],
  inputExpand: ["展开全文编辑", "Edit the text"],
  inputCollapse: ["收起", "Collapse"],
  dropHere: ["松开鼠标，核对这些文件", "Drop to check these files"],
  dropHint: ["把文件或文件夹拖到这里", "Drop files or a folder here"],
  chooseFile: ["选择文件", "Choose files"],
  chooseFolder: ["选择文件夹", "Choose a folder"],
  samples: ["手边没有报告？看示例：", "No report at hand? See a sample:"],
  tryClean: ["无差错的", "without errors"],
  tryErrors: ["有差错的", "with errors"],
  sampleName: ["示例报告", "Sample report"],
  pastedName: ["粘贴的报告", "Pasted report"],
  typedName: ["输入的报告", "Typed report"],
  startOver: ["清空，换一份", "Clear and start over"],
  restore: ["找回上一份", "Bring back the last one"], restoreMany: ["找回刚才的 {0} 份", "Bring back the {0} reports"], restoreHint: ["换掉或清空以前的报告和改动都还在", "The report shown before, with what was changed in it, is still here"],
  replacedWork: ["已换成新的报告。刚才那份和它的改动还在，按“找回上一份”可恢复。", "A new report is shown. The one before is still here with its changes: “Bring back the last one”."],
  sameAgain: ["同刚才那份相比：改动 {0} 格，错误 {1} → {2} 处，警告 {3} → {4} 处。", "Compared with the one before: {0} cells changed, errors {1} → {2}, warnings {3} → {4}."],
  neighbourFound: ["刚才那份是同一机关 {0} 年度的报告，要对照两年请按“对照上一年度”。", "The one before is the same body's report for {0}: “Compare with last year” compares the two."],
  compareYears: ["同刚才的 {0} 年度报告对照", "Compare with the {0} report just shown"],
  formatsHint: ["可读：Word、WPS、Excel、PDF、OFD、网页与文本文件，可一次选几百份，也可以是 ZIP 压缩包", "Reads Word, WPS, Excel, PDF, OFD, web pages and text; several hundred files at once, also in a ZIP archive"],
  archiveOpening: ["正在打开压缩包……", "Opening the archive…"], archiveLeft: ["压缩包里有 {0} 个文件没有打开（太大、太多、已损坏或有密码）。", "Files of the archive that were not opened (too large, too many, damaged or with a password): {0}."],

  error: ["错误", "Error"], warning: ["警告", "Warning"], note: ["提示", "Note"],
  errors: ["错误", "Errors"], warnings: ["警告", "Warnings"], notes: ["提示", "Notes"],
  verdictOk: ["未发现问题", "No problems found"],
  verdictOkMore: ["{0} 项勾稽与合计关系全部成立。", "All {0} sums and relations hold."],
  verdictErrors: ["发现 {0} 处错误", "Errors found: {0}"],
  verdictWarnings: ["没有错误，有 {0} 处需要留意", "No errors; {0} to look at"],
  verdictNotesOnly: ["没有错误和警告，有 {0} 条提示", "No errors or warnings; notes: {0}"],
  verdictUnreadable: ["这不是能识别的年度报告，或表格无法读取", "This is not a report that can be recognised, or its tables cannot be read"],
  verdictUnreadableWhy: ["无法核对：{0}", "Not checked: {0}"],
  verdictUnreadableMore: ["没有核对任何数据，不能视为“没有问题”。", "Nothing was checked, so this does not mean “no errors”."],
  verdictFailed: ["没有读取", "Not read"],
  verdictChecking: ["正在核对……", "Checking…"],
  verdictEmpty: ["还没有报告", "No report yet"],
  count: ["{0} {1} 处", "{0}: {1}"],
  unknownRelations: ["另有 {0} 项关系因数字读不出而无法判断。", "{0} more relations could not be judged because a figure cannot be read."],
  tableTwo: ["表二", "Table 2"], tableThree: ["表三", "Table 3"], tableFour: ["表四", "Table 4"], tableProse: ["文字与结构", "Text and structure"], tableAll: ["全部", "All"],

  organization: ["机关", "Body"], year: ["年度", "Year"], form: ["格式", "Form"], period: ["统计期限", "Period"],
  encoding: ["文字编码", "Encoding"], encodingAuto: ["自动（{0}）", "Automatic ({0})"],
  notFound: ["未识别", "not found"], formOf: ["{0} 年版（{1}）", "{0} ({1})"],
  relations: ["关系", "Relations"], relationCounts: ["{0} 项成立，{1} 项不成立，{2} 项无法判断", "{0} hold, {1} fail, {2} cannot be judged"],

  viewBoth: ["对照", "Both"], viewTables: ["表格", "Tables"], viewSource: ["原文", "Text"], viewLabel: ["左侧显示", "Show on the left"],
  tablesHeading: ["三张表", "The three tables"], sourceHeading: ["报告原文", "Report text"], findingsHeading: ["核对结果", "Findings"],
  tablesNone: ["没有读到表格，无法画出。", "No tables could be read."],
  sourceNone: ["没有读出文字。", "No text could be read."],
  sourceCutBefore: ["……前面 {0} 字没有显示……", "… {0} characters before this are not shown …"],
  sourceCutAfter: ["……后面 {0} 字没有显示……", "… {0} characters after this are not shown …"],
  cellAbsent: ["未读到", "not found"], cellBlank: ["空白", "blank"],
  legend: ["图例", "Marks"], markTotal: ["合计", "total"], markPart: ["分项", "part"], markLeft: ["左边", "left"], markRight: ["右边", "right"],
  markLikely: ["疑误", "suspect"], markCell: ["所指", "here"],
  editCell: ["修改 {0}", "Edit {0}"], editHint: ["选中后直接输入、粘贴数字或按 Enter 修改；方向键移动", "Type or paste figures or press Enter to edit; arrow keys move"],
  editNotPossible: ["这一格没有在文中读到，不能在表里修改。请在原文里补上。", "This cell was not found in the text, so it cannot be edited here. Add it in the text."],

  noFindings: ["没有要列出的问题。", "Nothing to list."], noneShown: ["筛选后没有可显示的条目。", "Nothing matches the filter."],
  scopeHeading: ["核对了什么，没有核对什么", "What was checked, and what was not"],
  scopeDone: ["已核对：表三、表四的合计与勾稽关系；三张表的行、栏和每一格的写法；六个部分、统计期限和正文里说得明白的数字。", "Checked: the sums and relations of tables 3 and 4; the rows, columns and cells of the three tables; the six sections, the period, and the figures the text states plainly."],
  scopePrevious: ["已核对：上年结转数、现行有效件数同上一年度报告是否接得上。", "Checked against last year's report: what was carried over, and the documents in force."],
  scopeNoPrevious: ["没有核对：上年结转数同上一年度报告是否一致。", "Not checked: whether what was carried over agrees with last year's report."],
  scopeNever: ["本工具无法核对：各格的数同申请台账、文件清单等原始记录是否一致。表二没有合计关系，请逐格复核。", "Cannot be checked here: whether the figures agree with your own records. Table 2 has no sums: look through its cells yourself."],
  filterSeverity: ["按级别筛选", "Filter by severity"], filterTable: ["按表筛选", "Filter by table"],
  detailWhy: ["为什么", "Why"], detailTodo: ["怎么办", "What to do"], detailClause: ["依据", "Source"], detailCells: ["涉及的格", "Cells"], detailPlaces: ["文中位置", "In the text"],
  leftSide: ["左边", "Left"], rightSide: ["右边", "Right"], partsSide: ["按分项算得", "From the parts"], totalSide: ["表中所填", "In the table"], ownFigure: ["本表所填", "In this table"], otherFigure: ["应当等于", "Should equal"],
  difference: ["相差", "Difference"], zeroCells: ["其余 {0} 格为 0 或空白", "{0} other cells are 0 or blank"],
  accept: ["核对过，无误", "Checked, fine"], acceptReason: ["理由（会写入导出）", "Reason (shown in exports)"], acceptSave: ["记下", "Save"], acceptCancel: ["取消", "Cancel"],
  accepted: ["已核对无误：{0}", "Checked, fine: {0}"], acceptedMark: ["已核对无误", "Checked, fine"], acceptedCount: ["其中 {0} 处已核对无误", "checked and fine: {0}"], unaccept: ["撤回", "Withdraw"], noReason: ["未写理由", "no reason given"],

  repairsHeading: ["最可能的改法", "Most likely correction"], repairRest: ["其余 {0} 格", "{0} more cells"], repairOthers: ["其他可能的改法（{0}）", "Other explanations ({0})"],
  repairTry: ["试一下", "Try it"], repairProposal: ["仅为建议，请核对台账后再改。", "A proposal only: check your records before changing anything."],
  repairBlank: ["空白", "blank"], repairTried: ["已按建议试改，可随时撤销。", "The proposal is applied here; undo at any time."],
  repairImpossible: ["文中没有这一格，无法试改。", "The text has no such cell, so it cannot be tried."],

  undo: ["撤销", "Undo"], redo: ["重做", "Redo"], reset: ["还原", "Reset"], changedHere: ["改动只在本页，原文件没有变：请照此改原文件，或用“复制三张表”贴回去。", "Changed on this page only; your file is as it was. Correct it there, or paste the tables back with “Copy the tables”."], changedCells: ["已改动 {0} 格", "Cells changed: {0}"],
  copyTables: ["复制三张表", "Copy the tables"], copied: ["已复制，可粘贴到 Word 或 WPS。", "Copied. Paste it into Word or WPS."], copyFailed: ["浏览器不允许复制。", "The browser did not allow copying."],
  copyOne: ["复制本表", "Copy this table"],
  previousHeading: ["上一年度报告", "Last year's report"], previousHint: ["粘贴上一年度的报告，核对结转数", "Paste last year's report to check what was carried over"],
  previousOpen: ["对照上一年度", "Compare with last year"], previousRemove: ["移除", "Remove"], previousUsing: ["正与《{0}》对照", "Compared with “{0}”"],
  previousUnreadable: ["这份报告的表格读不出来，没有拿来对照。", "Its tables cannot be read, so nothing was compared."], previousTables: ["看上一年度的三张表", "Show last year's tables"],
  previousPaired: ["已自动与同一机关上一年度的报告对照：{0}", "Paired with the same body's report of the year before: {0}"], previousFile: ["选择上一年度文件", "Choose last year's file"],

  reportsHeading: ["报告列表（{0} 份）", "Reports ({0})"], reportsProgress: ["已核对 {0} / {1} 份", "{0} of {1} checked"], cancel: ["停止", "Stop"], resume: ["继续核对其余 {0} 份", "Check the other {0}"],
  reportsSearch: ["按机关、文件、年度或问题查找", "Find by body, file, year or fault"], reportsVerdict: ["结论", "Verdict"], reportsFile: ["文件", "File"], reportsVerdictCount: ["{0}（{1}）", "{0} ({1})"], reportsErrors: ["错误", "Errors"], reportsWarnings: ["警告", "Warnings"],
  reportsEmpty: ["没有符合条件的报告。", "No report matches."], reportsShown: ["显示 {0} 份", "{0} shown"],
  reportsHint: ["上下键选择，Enter 打开", "Arrow keys choose, Enter opens"], reportsAll: ["显示全部", "Show all"], commonOnly: ["只列有这个问题的报告", "List only the reports with this fault"], toList: ["回到列表", "Back to the list"], keyList: ["回到报告列表", "Back to the list of reports"], commonFaults: ["最常见的问题", "Most common faults"], commonCount: ["{0} 份报告，{1} 处", "reports: {0}, places: {1}"],
  verdictShortOk: ["无问题", "Fine"], verdictShortWarnings: ["有警告", "Warnings"], verdictShortErrors: ["有错误", "Errors"], verdictShortUnreadable: ["无法核对", "Not checked"], verdictShortFailed: ["未读取", "Not read"],
  waiting: ["等待", "Waiting"], checking: ["核对中", "Checking"], cancelled: ["已停止", "Stopped"], noneYet: ["—", "—"], openReport: ["打开 {0}", "Open {0}"], twins: ["同年 {0} 份", "{0} for this year"], twinsHint: ["同一机关、同一年度的报告有 {0} 份", "{0} reports of this body for this year"], pairedMark: ["已对照上年", "vs last year"],
  ascending: ["升序", "ascending"], descending: ["降序", "descending"],

  copyNotice: ["复制本份问题清单（可粘贴到公函、邮件或微信）", "Copy this report's findings in words (for a letter, a mail or a chat)"], noticeCopied: ["已复制，可粘贴到公函、邮件或微信。", "Copied. Paste it into a letter, a mail or a chat."],
  noticeOpening: ["《{0}》经核对，有以下问题，请核实后修改：", "“{0}” was checked. Please look into the following and correct it:"], noticeNothing: ["《{0}》经核对，未发现问题。", "“{0}” was checked. No problems were found."],
  noticeErrors: ["错误（{0} 处）", "Errors ({0})"], noticeWarnings: ["需要留意（{0} 处）", "To look at ({0})"], noticeNotes: ["提示（{0} 条）", "Notes ({0})"], noticeItem: ["【{0}】{1}", "[{0}] {1}"], noticeTodo: ["办法：{0}", "What to do: {0}"], noticeRepair: ["最可能的改法（供核对）：{0}", "Most likely correction (to be verified): {0}"],
  exportSummary: ["各报告汇总表（CSV，一份报告一行，共 {0} 份）", "Summary as CSV, one line for each of the {0} reports"], summaryName: ["年报校验-汇总表", "report-summary"], listComma: ["；", "; "],
  summaryHead: ["文件,机关,年度,格式,结论,错误,警告,提示,其中已核对无误,成立的关系,不成立的关系,无法判断的关系,主要问题或未读原因,对照的上一年度报告", "File,Body,Year,Form,Verdict,Errors,Warnings,Notes,Of these checked and fine,Relations that hold,Relations that fail,Relations not judged,Faults or why not read,Compared with"],
  exports: ["导出与打印", "Export and print"], exportCsv: ["问题清单（CSV，可用 Excel 打开，一个问题一行）", "Findings as CSV for Excel, one line each"], exportJson: ["全部结果（JSON，改天连同报告一起拖入，核对标记即恢复）", "All results as JSON (dropped with the reports another day, it brings your marks back)"],
  earlierTaken: ["已读入保存的核对标记。拖入同一批报告后，标记自动取回。", "Saved marks were read. Drop the same reports and they come back."], earlierBack: ["已取回 {0} 份报告的“核对过，无误”标记。", "What was found fine is marked again in {0} reports."],
  printSheet: ["打印本份审核意见单", "Print the review sheet of this report"], printSheets: ["打印全部审核意见单（{0} 份）", "Print all {0} review sheets"], printFaulty: ["打印有错误或警告的审核意见单（{0} 份）", "Print the review sheets with errors or warnings ({0})"], csvName: ["年报校验-问题清单", "report-findings"], jsonName: ["年报校验-结果", "report-results"],
  printPage: ["打印本页（表格与问题）", "Print this page (tables and findings)"],
  sheetTitle: ["政府信息公开工作年度报告审核意见单", "Review sheet: annual report on government information disclosure"], sheetNumber: ["序号", "No."], sheetSeverity: ["级别", "Severity"], sheetFinding: ["问题", "Finding"], sheetTodo: ["处理意见", "What to do"],
  sheetClause: ["依据", "Source"], sheetOpinion: ["审核意见", "Opinion"], sheetReviewer: ["审核人（签名）", "Reviewer (signature)"], sheetBody: ["被审核机关", "Body"], sheetFile: ["文件", "File"], sheetConclusion: ["结论", "Conclusion"], sheetRepair: ["最可能的改法（供核对）", "Most likely correction (to be verified)"],
  sheetDate: ["日期：　　　　年　　月　　日", "Date: ____________________"], sheetSeal: ["（盖章）", "(Seal)"], sheetNone: ["未发现问题。", "No problems found."], sheetCell: ["涉及的格", "Cells"],
  csvHead: ["文件,机关,年度,格式,级别,规则,问题,涉及的格,左边,右边,相差,依据,核对结论", "File,Body,Year,Form,Severity,Rule,Finding,Cells,Left,Right,Difference,Source,Checked"],

  display: ["显示", "Display"], language: ["English", "中文"], theme: ["明暗", "Colours"], themeAuto: ["随系统", "System"], themeLight: ["浅色", "Light"], themeDark: ["深色", "Dark"], large: ["大字", "Large type"], highContrast: ["高对比度", "High contrast"],
  keys: ["快捷键", "Keys"], about: ["关于", "About"], close: ["关闭", "Close"], saveOffline: ["保存离线版", "Save an offline copy"], saveOfflineHint: ["得到一个文件，放在内网、U 盘上都能直接打开使用。", "One file that works from a share or a USB stick, without a network."],
  keyNext: ["下一条问题", "Next finding"], keyPrevious: ["上一条问题", "Previous finding"], keyNextReport: ["下一份报告", "Next report"], keyPreviousReport: ["上一份报告", "Previous report"], keyOpen: ["看选中格的问题", "Show the chosen cell's finding"], keyUndo: ["撤销、重做", "Undo, redo"], keyHelp: ["打开这张表", "Open this list"], keyClose: ["关闭、取消", "Close, cancel"], keyArrows: ["在表格中移动", "Move in the tables"], keyEdit: ["修改选中的格", "Edit the chosen cell"],
  keyFocus: ["从格到问题，从问题到格", "From a cell to its finding and back"], keyPaste: ["在页面任何位置粘贴报告", "Paste a report anywhere on the page"],
  aboutVersion: ["版本 {0}", "Version {0}"], aboutWhat: ["核对政府信息公开工作年度报告的三张法定表格和相关文字，指出不符之处。结论供参考，以主管部门意见为准。", "Checks the three statutory tables and the text of annual reports on government information disclosure. Its findings are advice; the competent authority decides."],
  aboutPrivacy: ["隐私", "Privacy"], aboutPrivacyText: ["报告只在本页中处理，不上传、不留存；关闭页面即清除。本页不联网，也不使用 Cookie；只在浏览器允许时记住语言和显示设置。", "Reports are processed in this page only: nothing is uploaded or kept, and closing the page clears it. The page makes no network requests and uses no cookies; it remembers only language and display settings, where the browser allows."],
  aboutLicences: ["所含软件及许可", "What is inside, and its licences"], aboutForms: ["所依据的格式", "Forms"], aboutFormLine: ["{0}（{1} 年度起）", "{0} (from {1})"],

  failedRead: ["文件打不开或已被移走", "The file cannot be opened, or was moved"], failedSize: ["文件超过 {0}", "The file is larger than {0}"], failedBroken: ["核对时程序中断（文件可能损坏）", "The checker stopped on this file (it may be damaged)"], failedTime: ["核对超时", "Took too long"],
  failedPdfPart: ["本页不含 PDF 组件", "This page has no PDF part"], failedPdfPassword: ["PDF 有密码，请先解密，或打开后全选复制、粘贴到这里", "The PDF has a password: unlock it first, or open it, select all, copy and paste here"],
  pastedShort: ["粘贴的只有几个字，不是一份报告，现在这份没有动。要改某一格，请先点选那一格再粘贴。", "What was pasted is only a few characters and no report; nothing was changed. To change a cell, choose it first and paste then."],
  figuresNotPlaced: ["粘贴的数字放不进从这一格起的格子里，没有改动。", "The pasted figures do not fit the cells from this one on; nothing was changed."],
  pastedPicture: ["剪贴板里是图片，没有文字可读。请复制文字和表格。", "The clipboard holds a picture, not text. Copy the text and tables."], pastedNothing: ["剪贴板里没有文字。", "The clipboard holds no text."],

} as const;

export type MessageKey = keyof typeof catalogue;

/** The sentence in a language, with {0}, {1}, … filled in. */
export function say(language: Language, key: MessageKey, ...values: (string | number)[]): string {
  const sentence: string = catalogue[key][language === "zh" ? 0 : 1];
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}

export type Say = (key: MessageKey, ...values: (string | number)[]) => string;

export function speaker(language: Language): Say {
  return (key, ...values) => say(language, key, ...values);
}

/** A sentence of the core in the page's language. */
export function inLanguage(language: Language, zh: string, en: string | undefined): string {
  return language === "en" && en ? en : zh;
}
