// What people can do, by intent. Each act reads the state, asks the core, tells the store.
import { CorrectActs } from "./acts/correct";
import { Desk } from "./acts/desk";
import { IntakeActs } from "./acts/intake";
import { TakeActs } from "./acts/take";
import { WalkActs } from "./acts/walk";
import { saveSettings } from "./adapters/settings";
import type { Core } from "./core/client";
import type { MessageKey } from "./messages";
import type { State } from "./state";
import type { Store } from "./store";

/** "" in the page that is one file; otherwise the folder its files are in. */
declare const FILES: string;

export class App {
  readonly desk: Desk;
  readonly intake: IntakeActs;
  readonly correct: CorrectActs;
  readonly walk: WalkActs;
  readonly take: TakeActs;
  /** What to say when the core does not start. From disk browsers let the page for web servers load nothing. */
  readonly deadKey: MessageKey = window.location.protocol !== "file:" ? "coreDeadServer" : FILES !== "" ? "coreDeadDisk" : "coreDead";

  constructor(readonly store: Store, core: Core) {
    this.desk = new Desk(store, core);
    this.intake = new IntakeActs(this.desk);
    this.correct = new CorrectActs(this.desk, this.intake);
    this.walk = new WalkActs(store, this.intake);
    this.take = new TakeActs(this.desk);
  }

  setDisplay(values: Partial<Pick<State, "language" | "theme" | "large" | "contrast">>): void {
    this.store.dispatch({ do: "set", values });
    saveSettings(this.store.state);
  }
}
