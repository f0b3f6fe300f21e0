// The head of the page: name, language, display, help.
import type { JSX } from "preact";
import type { View } from "./view";

export function Header({ state, app, say }: View): JSX.Element {
  const dialog = (name: "keys" | "about" | "display") => () => app.store.dispatch({ do: "dialog", dialog: name });
  return (
    <header class="top" role="banner">
      <a class="skip" href="#verdict">{say("skip")}</a>
      <h1 class="brand"><span class="brand-name">{say("product")}</span>{" "}<span class="brand-sub">{say("subtitle")}</span></h1>
      <nav class="top-nav" aria-label={say("display")}>
        <button type="button" id="language" lang={state.language === "zh" ? "en" : "zh-CN"}
                onClick={() => app.setDisplay({ language: state.language === "zh" ? "en" : "zh" })}>{say("language")}</button>
        <button type="button" id="open-display" onClick={dialog("display")}>{say("display")}</button>
        <button type="button" id="open-keys" onClick={dialog("keys")}>{say("keys")}<kbd aria-hidden="true">?</kbd></button>
        <button type="button" id="open-about" onClick={dialog("about")}>{say("about")}</button>
      </nav>
    </header>
  );
}
