// Bringing a report in: text, a paste, a sample, one file or many.
import { Batch, nameOf, wasStopped } from "../batch";
import { failureOf } from "../ask";
import { Cancelled } from "../core/client";
import type { Pasted } from "../adapters/clipboard";
import { filesOfArchive, isArchive } from "../adapters/zip";
import { readFile } from "../adapters/files";
import { sourceOfFile, sourceOfRich } from "../adapters/source";
import { leadFromVerdict, showReportInHand } from "../follow";
import { currentEntry, finished, isWorkedOn } from "../select";
import { emptyEntry, type Entry, type Origin, type Source } from "../state";
import type { Desk } from "./desk";
import { EarlierActs } from "./earlier";

/** How long a report just opened may wait to be drawn together with its result. */
const answerMilliseconds = 40;

function isSaved(file: File): boolean {
  return /\.json$/i.test(file.name);
}

export class IntakeActs {
  private batch: Batch;
  private earlier: EarlierActs;

  constructor(private desk: Desk) {
    this.batch = new Batch(desk.store, desk.core);
    this.earlier = new EarlierActs(desk);
  }

  /** Opens a report, beside others where there are some; its id. */
  openSource(source: Source, name: string, origin: Origin, size: number): number {
    const many = this.desk.store.state.entries.length > 1;
    const id = many ? this.desk.newId() : this.desk.store.state.current;
    const entry: Entry = { ...emptyEntry(id), name, origin, size, source, first: source, progress: "checking" };
    if (many) {
      this.desk.store.dispatch({ do: "add", entries: [entry] });
      this.desk.store.dispatch({ do: "show", id });
      showReportInHand();
    } else if (currentEntry(this.desk.store.state).progress === "empty") {
      // Nothing stands there that could be taken for this report's: the answer mostly comes before a frame could show the wait for it.
      this.desk.store.dispatchWithin(answerMilliseconds, { do: "open", entry });
    } else {
      this.giveWay(entry);
    }
    void this.desk.check(id);
    return id;
  }

  /** A report in place of the one on show; says so where something was done to that. */
  private giveWay(entry: Entry): void {
    const workedOn = isWorkedOn(currentEntry(this.desk.store.state));
    this.desk.store.dispatch({ do: "open", entry });
    if (workedOn) this.desk.notice("replacedWork");
  }

  openText(text: string, origin: Origin, name: string): void {
    this.openSource({ kind: "text", text }, name, origin, text.length);
  }

  openPasted(pasted: Pasted): void {
    const name = this.desk.say("pastedName");
    if (pasted.kind === "rich") {
      const source = sourceOfRich(pasted.format, pasted.content);
      const id = this.openSource(source, name, "paste", source.bytes.length);
      this.desk.keepPlain(id, pasted.plain);
    } else if (pasted.kind === "text") {
      this.openText(pasted.text, "paste", name);
    } else if (pasted.kind !== "files") {
      this.desk.notice(pasted.kind === "picture" ? "pastedPicture" : "pastedNothing");
    }
  }

  async openSample(kind: "clean" | "errors"): Promise<void> {
    const forms = this.desk.store.state.forms;
    const form = forms[forms.length - 1];
    if (!form) return;
    try {
      this.openText(await this.desk.core.sample(kind, form.id), "sample", this.desk.say("sampleName"));
      leadFromVerdict();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.desk.notice("coreBroken");
    }
  }

  startOver(): void {
    this.batch.cancel();
    this.desk.store.dispatch({ do: "close-all", id: this.desk.newId() });
    const box = document.getElementById("input");
    if (box) box.focus();
  }

  /** Brings back what gave way last; what is on show gives way to it. */
  restore(): void {
    this.batch.cancel();
    this.desk.store.dispatch({ do: "restore" });
    const entry = currentEntry(this.desk.store.state);
    if (entry.progress === "checking") void this.desk.check(entry.id);
  }

  openFiles(files: File[]): void {
    if (files.some((file) => isArchive(file) || isSaved(file))) void this.openContents(files);
    else this.takeFiles(files);
  }

  /** The files of an archive take its place among the others; results saved earlier are no report. */
  private async openContents(files: File[]): Promise<void> {
    if (files.some(isArchive)) this.desk.notice("archiveOpening");
    const all: File[] = [];
    let left = 0;
    for (const file of files) {
      if (isSaved(file) && this.earlier.take(new TextDecoder().decode(await readFile(file).catch(() => new Uint8Array(0))))) continue;
      const unpacked = isArchive(file) ? await filesOfArchive(file).catch(() => null) : null;
      all.push(...(unpacked ? unpacked.files : [file]));
      left += unpacked ? unpacked.left : 0;
    }
    if (files.some(isArchive)) this.desk.tell("");
    this.takeFiles(all);
    if (left > 0) this.desk.notice("archiveLeft", left);
  }

  private takeFiles(files: File[]): void {
    // The keys lead through what comes, and write nothing into it.
    if (document.activeElement && document.activeElement.id === "input") leadFromVerdict();
    const only = files.length === 1 && this.desk.store.state.entries.length === 1 ? files[0] : undefined;
    if (only) void this.openOneFile(only);
    else if (files.length > 0) void this.finish(this.batch.run(files, () => this.desk.newId()));
  }

  private async finish(work: Promise<void>): Promise<void> {
    await work;
    this.earlier.bringBack();
  }

  private async openOneFile(file: File): Promise<void> {
    const id = this.desk.store.state.current;
    this.giveWay({ ...emptyEntry(id), name: nameOf(file), origin: "file", size: file.size, file, progress: "checking" });
    try {
      const source = await sourceOfFile(file);
      this.desk.store.dispatch({ do: "read", id, source, size: file.size });
      await this.finish(this.desk.check(id));
    } catch (error) {
      this.desk.store.dispatch({ do: "failed", id, failure: failureOf(error) });
    }
  }

  filesChosen(input: HTMLInputElement): void {
    const files = Array.prototype.slice.call(input.files || []) as File[];
    input.value = "";
    this.openFiles(files);
  }

  cancelBatch(): void {
    this.batch.cancel();
  }

  resumeBatch(): void {
    void this.finish(this.batch.resume());
  }

  async showReport(id: number): Promise<void> {
    this.desk.store.dispatch({ do: "show", id });
    const entry = this.desk.entry(id);
    // A check of this report gave way to one of another; it is asked for again.
    if (entry && entry.source && entry.progress === "checking") void this.desk.check(id);
    if (entry && wasStopped(entry)) void this.batch.resume(id);
    if (!entry || entry.source || !entry.file || !finished(entry)) return;
    try {
      this.desk.store.dispatch({ do: "read", id, source: await sourceOfFile(entry.file), size: entry.file.size });
    } catch (error) {
      this.desk.store.dispatch({ do: "failed", id, failure: failureOf(error) });
    }
  }
}
