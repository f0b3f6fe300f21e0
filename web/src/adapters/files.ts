// Files and folders from the disk: chosen, or dropped.

export const sizeLimit = 64 * 1024 * 1024;

export function readFile(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error || new Error("read"));
    reader.readAsArrayBuffer(file);
  });
}

interface DirectoryHandle {
  kind: "directory";
  values(): { next(): Promise<{ done?: boolean; value: FileHandle | DirectoryHandle }> };
}
interface FileHandle {
  kind: "file";
  getFile(): Promise<File>;
}
type Handle = FileHandle | DirectoryHandle;
interface LegacyEntry {
  isFile: boolean;
  isDirectory: boolean;
  file(ok: (file: File) => void, bad: (reason: unknown) => void): void;
  createReader(): { readEntries(ok: (entries: LegacyEntry[]) => void, bad: (reason: unknown) => void): void };
}
interface HandleItem {
  getAsFileSystemHandle?(): Promise<Handle | null>;
}

async function filesOfHandle(handle: Handle): Promise<File[]> {
  if (handle.kind === "file") return [await handle.getFile()];
  const files: File[] = [];
  const values = handle.values();
  for (let step = await values.next(); !step.done; step = await values.next()) files.push(...(await filesOfHandle(step.value)));
  return files;
}

async function filesOfEntry(entry: LegacyEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((ok, bad) => entry.file(ok, bad))];
  const reader = entry.createReader();
  const files: File[] = [];
  for (;;) {
    const some = await new Promise<LegacyEntry[]>((ok, bad) => reader.readEntries(ok, bad));
    if (some.length === 0) return files;
    for (const inner of some) files.push(...(await filesOfEntry(inner)));
  }
}

/** Hidden files and the lock files of office programs are not reports. */
export function looksLikeReport(file: File): boolean {
  return !/^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(file.name);
}

/**
 * Everything dropped, folders opened. Plain files come from `files`, which works from file:// everywhere; folders by
 * handles (Chromium 88 and later) or, where those are missing, by entries.
 */
export async function filesOfDrop(data: DataTransfer): Promise<File[]> {
  const plain = Array.prototype.slice.call(data.files) as File[];
  const items = Array.prototype.slice.call(data.items || []) as DataTransferItem[];
  const entries = items.map((item) => (item.webkitGetAsEntry ? (item.webkitGetAsEntry() as unknown as LegacyEntry | null) : null));
  if (!entries.some((entry) => entry !== null && entry.isDirectory)) return plain.filter(looksLikeReport);
  const handles = items.map((item) => {
    const get = (item as unknown as HandleItem).getAsFileSystemHandle;
    return get ? get.call(item) : Promise.resolve(null);
  });
  const files: File[] = [];
  for (let i = 0; i < items.length; i++) {
    const entry = entries[i];
    if (entry && !entry.isDirectory) {
      const file = plain.find((one) => one.name === (entry as unknown as { name: string }).name);
      if (file) files.push(file);
      continue;
    }
    try {
      const handle = await handles[i];
      if (handle) files.push(...(await filesOfHandle(handle)));
      else if (entry) files.push(...(await filesOfEntry(entry)));
    } catch (_) {
      if (entry) files.push(...(await filesOfEntry(entry).catch(() => [])));
    }
  }
  return files.filter(looksLikeReport);
}
