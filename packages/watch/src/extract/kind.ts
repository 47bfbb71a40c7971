export type Kind = "html" | "pdf" | "text" | "unknown";

const SNIFFED_BYTES = 1_024;

/**
 * What bytes are. PDF is told by its first bytes whatever the server says: some send it as
 * `application/octet-stream`, and some send an HTML viewer as `application/pdf`.
 */
export function kindOf(bytes: Uint8Array, mediaType: string): Kind {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, SNIFFED_BYTES));
  if (start.includes("%PDF-")) return "pdf";
  const type = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (/^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)\b/i.test(start)) return "html";
  if (type === "text/plain" || type === "text/markdown") return "text";
  const isUtf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(start);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data.
  if (!isUtf16 && /[\x00-\x08\x0E-\x1A]/.test(start)) return "unknown";
  return type.startsWith("text/") || type === "" || type === "application/octet-stream" ? "text" : "unknown";
}
