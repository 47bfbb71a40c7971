import type { HealthSignal } from "../health/signals.ts";

/** Bytes in which HTML must name its encoding (HTML Standard, 13.2.3.2). */
const PRESCAN_BYTES = 1_024;
const META_CHARSET = /<meta[^>]{1,200}charset=["']?([\w:.-]{1,40})/i;
const REPLACEMENT = "\uFFFD";

/**
 * Text of bytes whose encoding is said by a byte order mark, the media type or, in HTML, a `meta`, in
 * that order; else UTF-8, and windows-1252 if they are not UTF-8. What cannot be read becomes U+FFFD, and a
 * signal says how much it was.
 */
export function decode(
  bytes: Uint8Array,
  mediaType: string,
): { readonly text: string; readonly signals: readonly HealthSignal[] } {
  const named = markOf(bytes) ?? /charset=["']?([\w:.-]{1,40})/i.exec(mediaType)?.[1] ?? metaOf(bytes);
  if (named === undefined) {
    const text = strictly(bytes);
    if (text !== undefined) return { text, signals: [] };
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      signals: [note("no encoding is named and it is not UTF-8; read as windows-1252")],
    };
  }
  const decoder = decoderOf(named);
  const text = (decoder ?? new TextDecoder()).decode(bytes);
  const lost = count(text, REPLACEMENT);
  const signals: HealthSignal[] = [];
  if (decoder === undefined) signals.push(note(`the encoding \`${named}\` is not known; read as UTF-8`));
  if (lost > 0) signals.push(note(`${lost} places are not valid ${decoder?.encoding ?? "utf-8"}`));
  const nulls = count(text, "\0");
  if (nulls > 0) signals.push(note(`${nulls} null characters were left out`));
  return { text: nulls === 0 ? text : text.replaceAll("\0", ""), signals };
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return undefined;
}

function metaOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN_BYTES));
  const name = META_CHARSET.exec(start)?.[1];
  // Whoever can read the word `charset` byte by byte does not read UTF-16 (HTML Standard, 13.2.3.2).
  return name?.toLowerCase().startsWith("utf-16") ? "utf-8" : name;
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

function note(reason: string): HealthSignal {
  return { signal: "encoding", reason };
}
