/**
 * Location hash <-> **what is shown** -> views
 *
 * `#/`, `#/chats?answer=used&sort=-created`, `#/chat/<id>`, `#/changes?flow=not-used`, `#/about`: every state can be
 * bookmarked and sent to somebody who has the same file.
 */
export type View = "summary" | "chats" | "chat" | "changes" | "about";

export interface State {
  readonly view: View;
  /** Conversation id, for `chat`. */
  readonly id: string;
  readonly params: ReadonlyMap<string, string>;
}

const PATHS: Record<View, string> = {
  summary: "",
  chats: "chats",
  chat: "chat",
  changes: "changes",
  about: "about",
};

export function readState(hash: string): State {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#\/?/, ""), "?");
  const [name, id = ""] = splitOnce(path, "/");
  const view = (Object.keys(PATHS) as View[]).find((each) => PATHS[each] === name) ?? "summary";
  return { view, id: decode(id), params: new Map(new URLSearchParams(query)) };
}

/** Empty and undefined parameters are left out; the order is that of the keys given. */
export function hashOf(
  view: View,
  params: Readonly<Record<string, string | undefined>> = {},
  id = "",
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  const path = id === "" ? PATHS[view] : `${PATHS[view]}/${encodeURIComponent(id.toWellFormed())}`;
  const text = query.toString();
  return `#/${path}${text === "" ? "" : `?${text}`}`;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A mangled link finds no conversation and says so.
    return text;
  }
}
