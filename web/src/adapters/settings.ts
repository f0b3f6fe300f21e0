// Language and display, remembered where the browser lets a page remember anything.
import type { State } from "../state";

const key = "nianbao.display";
type Settings = Pick<State, "language" | "theme" | "large" | "contrast">;

export function loadSettings(): Partial<Settings> {
  try {
    const saved = JSON.parse(window.localStorage.getItem(key) || "{}") as { [name: string]: unknown };
    const settings: Partial<Settings> = {};
    if (saved["language"] === "zh" || saved["language"] === "en") settings.language = saved["language"];
    if (saved["theme"] === "light" || saved["theme"] === "dark") settings.theme = saved["theme"];
    if (saved["large"] === true) settings.large = true;
    if (saved["contrast"] === true) settings.contrast = true;
    return settings;
  } catch (_) {
    return {};
  }
}

export function saveSettings(state: State): void {
  try {
    const { language, theme, large, contrast } = state;
    window.localStorage.setItem(key, JSON.stringify({ language, theme, large, contrast }));
  } catch (_) {
    // Private windows and some file:// pages have no storage; the page works without it.
  }
}
