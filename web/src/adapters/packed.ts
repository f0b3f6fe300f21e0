// Parts of the page that are kept as gzip + base64 and unpacked when they are first needed.
import { gunzipSync } from "fflate";

export function bytesOfBase64(text: string): Uint8Array {
  const native = (Uint8Array as unknown as { fromBase64?(text: string): Uint8Array }).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export function unpacked(text: string): Uint8Array {
  return gunzipSync(bytesOfBase64(text));
}
