// Holds the state and draws after each change; a burst of changes from many files is drawn a few times a second.
import { reduce, type Action } from "./reducer";
import type { State } from "./state";

const burstMilliseconds = 200;
/** Between draws in a burst the page is free for at least this many times as long as the last one took, layout and all. */
const freeTimes = 5;

export class Store {
  private timer: number | null = null;
  private drawTook = 0;

  constructor(public state: State, private draw: (state: State) => void) {}

  dispatch(action: Action): void {
    this.state = reduce(this.state, action);
    this.drawNow();
  }

  /** For what is soon followed by more: drawn with that, or after so many milliseconds. */
  dispatchWithin(milliseconds: number, action: Action): void {
    this.state = reduce(this.state, action);
    this.timer = this.timer || window.setTimeout(() => this.drawNow(), milliseconds);
  }

  /** For news that come by the hundred. */
  dispatchSoon(action: Action): void {
    this.dispatchWithin(Math.max(burstMilliseconds, this.drawTook * freeTimes), action);
  }

  private drawNow(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    const from = performance.now();
    this.draw(this.state);
    // The frame that lays out and paints comes after the callback that is called for it.
    window.requestAnimationFrame(() => window.setTimeout(() => { this.drawTook = performance.now() - from; }, 0));
  }
}
