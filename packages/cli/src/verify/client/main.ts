/**
 * The page's script: files and a key -> checklists. Nothing leaves the page.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import { type GivenFile, verify } from "@proviso/core/verify";
import { replace } from "../../report/client/dom.ts";
import { type Dropped, dropped, picked, readFound } from "./read-dropped.ts";
import { showList } from "./show-list.ts";

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${id}`);
  return element;
}

const drop = byId("drop", HTMLElement);
const keys = byId("keys", HTMLTextAreaElement);
const conversation = byId("conversation", HTMLInputElement);
const secret = byId("secret", HTMLInputElement);
const status = byId("status", HTMLElement);
const lists = byId("lists", HTMLElement);
const clear = byId("clear", HTMLButtonElement);

let given: readonly GivenFile[] = [];
let folders: readonly string[] = [];
/** Readings that are not the last one are of no interest any more. */
let turn = 0;

async function take(coming: Promise<Dropped> | Dropped): Promise<void> {
  turn += 1;
  const own = turn;
  try {
    const { found, folders: more } = await coming;
    const files = await readFound(found, (path) => say(`Reading ${path}…`));
    if (own !== turn) return;
    // Files that are given again replace those of the same name: proofs are picked one after another.
    const names = new Set(files.map(({ name }) => name));
    given = [...given.filter(({ name }) => !names.has(name)), ...files];
    folders = [...new Set([...folders, ...more])];
    show();
  } catch (error) {
    say(`A file could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function show(): void {
  clear.hidden = given.length === 0;
  if (given.length === 0) {
    replace(lists);
    say("No files yet.");
    return;
  }
  const named = keysIn(keys.value);
  const key = bytesIn(secret.value);
  if (typeof named === "string" || typeof key === "string") {
    replace(lists);
    say(typeof named === "string" ? named : String(key));
    return;
  }
  const who = conversation.value.trim();
  const found = verify(given, {
    keys: named,
    conversation: who === "" ? undefined : who,
    key,
    wholeFolders: folders,
  });
  replace(lists, ...found.map(showList));
  const good = found.filter(({ verdict }) => verdict === "verified").length;
  const all = `${found.length} ${found.length === 1 ? "artefact" : "artefacts"}`;
  say(good === found.length ? `Verified: ${all}.` : `${good} of ${all} verified.`);
}

/** The keys, or what is wrong with them. */
function keysIn(text: string): readonly VerifierKey[] | string {
  const lines = text.split("\n").map((line) => line.trim());
  try {
    return lines.filter((line) => line !== "" && !line.startsWith("#")).map(parseVerifierKey);
  } catch (error) {
    return `Nothing was verified: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function bytesIn(text: string): Uint8Array | undefined | string {
  const digits = text.trim();
  if (digits === "") return undefined;
  if (!/^(?:[0-9a-f]{2}){16,}$/i.test(digits)) {
    return "Nothing was verified: the secret key is not at least 32 hexadecimal digits.";
  }
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function say(text: string): void {
  status.textContent = text;
}

for (const id of ["files", "folder"]) {
  const input = byId(id, HTMLInputElement);
  input.addEventListener("change", () => {
    if (input.files !== null) void take(picked(input.files)).then(() => (input.value = ""));
  });
  byId(`pick-${id}`, HTMLButtonElement).addEventListener("click", () => input.click());
}
for (const field of [keys, conversation, secret]) field.addEventListener("input", show);
clear.addEventListener("click", () => {
  turn += 1;
  given = [];
  folders = [];
  show();
  byId("pick-files", HTMLButtonElement).focus();
});
// All of the page takes files: one that misses the field must not be opened in its place.
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer !== null) void take(dropped(event.dataTransfer));
});
show();
