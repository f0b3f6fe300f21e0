// The findings of one report in words: to be pasted into a letter, a mail or a chat to the body that wrote it.
import type { Severity } from "../core/contract";
import { inLanguage, speaker, type MessageKey, type Say } from "../messages";
import { listedFindings, ruleOf, severities, tableKey, tableOf } from "../select";
import type { Entry, State } from "../state";

interface Group {
  heading: string;
  items: { what: string; todo: string }[];
}

const groupKeys: { [severity in Severity]: MessageKey } = { error: "noticeErrors", warning: "noticeWarnings", note: "noticeNotes" };

function nameOf(entry: Entry): string {
  const report = entry.result ? entry.result.report : null;
  return (report && (report.title || report.organization)) || entry.name;
}

/** What was found and not found fine since, by severity. */
function groupsOf(state: State, entry: Entry, say: Say): Group[] {
  const open = listedFindings(entry).filter((one) => one.accepted === undefined);
  return severities.map((severity) => {
    const items = open.filter(({ finding }) => finding.severity === severity).map(({ finding }) => {
      const rule = ruleOf(state, finding.rule);
      return { what: say("noticeItem", say(tableKey(tableOf(finding))), inLanguage(state.language, finding.message, finding.message_en)),
        todo: rule ? inLanguage(state.language, rule.todo, rule.todo_en) : "" };
    });
    return { heading: say(groupKeys[severity], items.length), items };
  }).filter((group) => group.items.length > 0);
}

/** The notice in paragraphs: its opening, then for each severity a heading and numbered items. */
export function noticeText(state: State, entry: Entry): string {
  const say = speaker(state.language);
  const groups = groupsOf(state, entry, say);
  const lines = [say(groups.length > 0 ? "noticeOpening" : "noticeNothing", nameOf(entry))];
  let number = 0;
  for (const group of groups) {
    lines.push("", group.heading);
    for (const { what, todo } of group.items) lines.push(++number + ". " + what, ...(todo ? ["   " + say("noticeTodo", todo)] : []));
  }
  const best = entry.result ? entry.result.repairs[0] : undefined;
  if (best) lines.push("", say("noticeRepair", inLanguage(state.language, best.message, best.message_en)));
  return lines.join("\r\n") + "\r\n";
}
