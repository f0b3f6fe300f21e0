// Holds the state and draws after each change; a burst of changes from many files is drawn a few times a second.
import { reduce, type Action } from "./reducer";
import type { State } from "./state";

const burstMilliseconds = 120;
/** Between draws in a burst the page is free for at least this many times as long as the last one took. */
const freeTimes = 5;

export class Store {
  private timer: number | null = null;
  private drawTook = 0;

  constructor(public state: State, private draw: (state: State) => void) {}

  dispatch(action: Action): void {
    this.state = reduce(this.state, action);
    if (this.timer !== null) {
      window.clearTimeout(this.timer);
      this.timer = null;
    }
    this.drawNow();
  }

  private drawNow(): void {
    const from = performance.now();
    this.draw(this.state);
    this.drawTook = performance.now() - from;
  }

  /** For news that come by the hundred. */
  dispatchSoon(action: Action): void {
    this.state = reduce(this.state, action);
    if (this.timer !== null) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.drawNow();
    }, Math.max(burstMilliseconds, this.drawTook * freeTimes));
  }
}
