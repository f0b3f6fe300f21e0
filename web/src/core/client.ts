// The page's side of the core: a live worker for the report in hand, where a newer question replaces an older one, and
// a few workers for many files. A worker that breaks is replaced, and only its own question fails.
import type { Result } from "./contract";
import type { Answer, CheckInput, CheckQuestion, CoreInfo, Question, WasmSource } from "./protocol";

export class Cancelled extends Error {}
/** One of many took longer than is sensible for a report. */
export class Slow extends Error {}
/** The module gave up on this input (memory, or an internal stop). A fresh worker is already starting. */
export class Broken extends Error {}

interface Pending {
  question: Question;
  resolve(value: unknown): void;
  reject(reason: Error): void;
  /** Ends a wait that takes too long; it holds the question and its answer, so it goes with them. */
  timer?: number;
}

export interface CoreParts {
  makeWorker(): Worker;
  wasm(): WasmSource;
  /** The first worker, where it was started and given its module before this script; and what it has said so far. */
  begun: { worker: Worker; said: Answer[] } | null;
  /** The module as the first worker compiled it; null until then, and where workers cannot take it. */
  compiled: WebAssembly.Module | null;
}

/** What the first worker makes known. */
export interface Told {
  ready(): void;
  about(info: CoreInfo): void;
}

let nextId = 1;

/** One worker and the one question it is working on. */
class Lane {
  private worker: Worker | null = null;
  private ready = false;
  private current: Pending | null = null;
  private sentAt = 0;
  private failures = 0;

  constructor(private parts: CoreParts, private tell: Told | null, private onIdle: (lane: Lane) => void, private onDead: (reason: string) => void) {}

  get busy(): boolean {
    return this.current !== null;
  }
  get runningFor(): number {
    return this.current ? Date.now() - this.sentAt : 0;
  }

  isAsking(pending: Pending): boolean {
    return this.current === pending;
  }

  start(): void {
    if (this.worker) return;
    const begun = this.tell ? this.parts.begun : null;
    try {
      this.listen(begun ? begun.worker : this.parts.makeWorker());
    } catch (error) {
      // Not before the caller has gone on: a page that draws itself in answer must exist by then.
      window.setTimeout(() => this.giveUp(String(error)), 0);
      return;
    }
    if (begun) {
      this.parts.begun = null;
      begun.said.splice(0).forEach((answer) => this.hear(answer));
    } else {
      this.send({ kind: "start", wasm: this.parts.compiled ? { module: this.parts.compiled } : this.parts.wasm(), first: this.tell !== null });
    }
  }

  private listen(worker: Worker): void {
    this.worker = worker;
    worker.onmessage = (event: MessageEvent) => this.hear(event.data as Answer);
    worker.onerror = (event: ErrorEvent) => {
      event.preventDefault();
      this.broke(event.message || "worker");
    };
  }

  private send(question: Question): void {
    if (this.worker) this.worker.postMessage(question);
  }

  ask(pending: Pending): void {
    this.current = pending;
    this.sentAt = Date.now();
    this.start();
    if (this.ready) this.send(pending.question);
  }

  /** Ends the worker in the middle of its work; its question is cancelled. */
  restart(reason: Error): void {
    if (this.worker) this.worker.terminate();
    this.worker = null;
    this.ready = false;
    const pending = this.release();
    this.start();
    if (pending) pending.reject(reason);
  }

  /** The question is no more this lane's. */
  private release(): Pending | null {
    const pending = this.current;
    this.current = null;
    if (pending) window.clearTimeout(pending.timer);
    return pending;
  }

  stop(): void {
    if (this.worker) this.worker.terminate();
    this.worker = null;
    this.ready = false;
  }

  private hear(answer: Answer): void {
    if (answer.kind === "awake") return;
    if (answer.kind === "ready") {
      this.ready = true;
      this.failures = 0;
      if (this.tell) this.tell.ready();
      if (this.current) this.send(this.current.question);
      return;
    }
    if (answer.kind === "about" || answer.kind === "compiled") {
      if (answer.kind === "compiled") this.parts.compiled = answer.module;
      else if (this.tell) this.tell.about(answer.info);
      return;
    }
    if (answer.kind === "broken") {
      this.broke(answer.reason);
      return;
    }
    const pending = this.current;
    if (!pending || !("id" in pending.question) || pending.question.id !== answer.id) return;
    let value: unknown;
    try {
      value = answer.kind === "checked" ? JSON.parse(answer.json) : answer.text;
    } catch (error) {
      this.broke(String(error));
      return;
    }
    this.release();
    pending.resolve(value);
    this.onIdle(this);
  }

  private broke(reason: string): void {
    const wasReady = this.ready;
    if (!wasReady) this.parts.compiled = null;
    if (!wasReady && ++this.failures > 1) {
      this.stop();
      this.giveUp(reason);
      return;
    }
    this.restart(new Broken(reason));
    this.onIdle(this);
  }

  private giveUp(reason: string): void {
    const pending = this.release();
    this.onDead(reason);
    if (pending) pending.reject(new Broken(reason));
  }
}

export interface Core {
  /** Checks the report in hand; a newer call cancels this one. */
  live(input: CheckInput): Promise<Result>;
  /** One of many; waits its turn. */
  queued(input: CheckInput): Promise<Result>;
  /** Forgets every waiting question of `queued`. */
  cancelQueued(): void;
  sample(kind: string, form: string): Promise<string>;
}

const patience = 700;
/** Milliseconds one of many files may take. */
const limit = 60000;

export function openCore(parts: CoreParts, tell: Told, onDead: (reason: string) => void): Core {
  const queue: Pending[] = [];
  const lanes: Lane[] = [];
  let waiting: Pending | null = null;
  const live = new Lane(parts, tell, takeWaiting, onDead);
  live.start();

  function takeWaiting(): void {
    const next = waiting;
    waiting = null;
    if (next) live.ask(next);
  }

  function askLive(pending: Pending): void {
    if (waiting) waiting.reject(new Cancelled());
    waiting = null;
    if (!live.busy) {
      live.ask(pending);
      return;
    }
    waiting = pending;
    window.setTimeout(() => {
      if (waiting === pending && live.runningFor >= patience) {
        live.restart(new Cancelled());
        takeWaiting();
      }
    }, patience);
  }

  function feed(): void {
    // No more than there are processors: the page itself must get its turn between them.
    const wanted = Math.max(2, Math.min(4, navigator.hardwareConcurrency || 2));
    while (lanes.length < wanted && lanes.length < queue.length) {
      lanes.push(new Lane(parts, null, feed, onDead));
    }
    for (const lane of lanes) {
      if (lane.busy) continue;
      const next = queue.shift();
      if (!next) return;
      lane.ask(next);
      next.timer = window.setTimeout(() => {
        if (lane.isAsking(next)) {
          lane.restart(new Slow());
          feed();
        }
      }, limit);
    }
  }

  function check(input: CheckInput, send: (pending: Pending) => void): Promise<Result> {
    const question: CheckQuestion = { kind: "check", id: nextId++, ...input };
    return new Promise((resolve, reject) => send({ question, resolve: resolve as (value: unknown) => void, reject }));
  }

  return {
    live: (input) => check(input, askLive),
    queued: (input) =>
      check(input, (pending) => {
        queue.push(pending);
        feed();
      }),
    cancelQueued() {
      for (const pending of queue.splice(0)) pending.reject(new Cancelled());
    },
    sample: (kind, form) =>
      new Promise((resolve, reject) =>
        askLive({
          question: { kind: "sample", id: nextId++, sample: kind, form },
          resolve: resolve as (value: unknown) => void,
          reject,
        })),
  };
}
