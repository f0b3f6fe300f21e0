// Archives in which a county collects its reports: each file in them is taken as if it had been chosen itself.
import { unzipSync, type UnzipFileInfo } from "fflate";
import { looksLikeReport, readFile, sizeLimit } from "./files";

/** All files of an archive together, unpacked. */
const wholeLimit = 512 * 1024 * 1024;
/** fflate goes through the archive's whole directory for each file that is taken out alone. */
const mostFiles = 3000;

export interface Unpacked {
  files: File[];
  /** How many were left out: too large, too many, damaged or behind a password. */
  left: number;
}

export function isArchive(file: File): boolean {
  return /\.zip$/i.test(file.name);
}

/** What Word, Excel, OpenDocument and OFD files are made of: such a file is a report itself, whatever it is called. */
const partNames = /^(\[Content_Types\]\.xml|mimetype|OFD\.xml)$/i;

/** A name without a mark for UTF-8 comes as its bytes: UTF-8 all the same, or what Chinese Windows writes. */
export function nameInArchive(name: string): string {
  if (/[^\u0000-\u00ff]/.test(name) || !/[\u0080-\u00ff]/.test(name)) return name;
  const bytes = Uint8Array.from(Array.from(name, (unit) => unit.charCodeAt(0)));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (_) {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function isWanted(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name !== "" && !/(^|\/)__MACOSX\//.test(path) && looksLikeReport({ name } as File);
}

function asFile(bytes: Uint8Array, path: string): File {
  const file = new File([bytes as BlobPart], path.slice(path.lastIndexOf("/") + 1));
  Object.defineProperty(file, "webkitRelativePath", { value: path });
  return file;
}

let table: Uint32Array | null = null;

function crc32(bytes: Uint8Array): number {
  table = table || Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[i] as number)) & 255] as number);
  return ~crc >>> 0;
}

/** The checksums of the files in the order of the archive's directory, which fflate does not look at. */
function checksums(archive: Uint8Array): number[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  const sums: number[] = [];
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === 0x02014b50;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)) sums.push(view.getUint32(at + 16, true));
  return sums;
}

function unpackOne(archive: Uint8Array, index: number, checksum: number | undefined): Uint8Array | null {
  let at = 0;
  try {
    const found = unzipSync(archive, { filter: () => at++ === index });
    const content = found[Object.keys(found)[0] || ""];
    return content && crc32(content) === checksum ? content : null;
  } catch (_) {
    return null;
  }
}

/** Null for what is no archive of files, or none that can be opened: that is judged like any other file. */
export async function filesOfArchive(archive: File): Promise<Unpacked | null> {
  if (archive.size > wholeLimit) return null;
  const bytes = await readFile(archive);
  const infos: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (info) => { infos.push(info); return false; } });
  } catch (_) {
    return null;
  }
  const wanted = infos.map((info, index) => ({ index, path: nameInArchive(info.name), size: info.originalSize })).filter(({ path }) => isWanted(path));
  if (wanted.length === 0 || infos.some((info) => partNames.test(info.name))) return null;
  const sums = checksums(bytes);
  const files: File[] = [];
  let size = 0;
  for (const one of wanted.slice(0, mostFiles)) {
    size += one.size;
    const content = one.size <= sizeLimit && size <= wholeLimit ? unpackOne(bytes, one.index, sums[one.index]) : null;
    if (content) files.push(asFile(content, one.path));
    // The page answers between two of hundreds.
    await new Promise((go) => window.setTimeout(go, 0));
  }
  return { files, left: wanted.length - files.length };
}
