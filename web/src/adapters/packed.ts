// Parts of the page that are kept as gzip + base64 and unpacked when they are first needed.
import { gunzipSync } from "fflate";

export function unpacked(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return gunzipSync(bytes);
}
