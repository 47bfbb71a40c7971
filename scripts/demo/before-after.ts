/** One conversation of an export, as it was and as it went in: the one of which most was replaced. */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { exportKeyOf, parseManifest, tokensUnder } from "@proviso/core/export";
import { type Conversation, detect, Report, read } from "@proviso/core/sources";

export interface BeforeAfter {
  readonly title: string | undefined;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface IndexLine {
  readonly token: string;
  readonly shard: number;
  readonly line: number;
}

/** @param file the input that was exported, in the format `hf-messages`; one file */
export async function beforeAfter(
  file: string,
  folder: string,
  key: Uint8Array,
): Promise<BeforeAfter | undefined> {
  const written = linesByToken(folder);
  const manifest = parseManifest(readFileSync(join(folder, "manifest.json"), "utf8"), folder);
  const tokens = tokensUnder(exportKeyOf(key, manifest));
  let most: (BeforeAfter & { readonly changed: number }) | undefined;
  for (const conversation of await conversationsOf(file)) {
    const after = written.get(Buffer.from(tokens.conversation(conversation.id)).toString("hex"));
    if (after === undefined) continue;
    const before = conversation.items.map((item) => item.text ?? "");
    // Where messages were left out or merged, the two cannot be read side by side.
    if (after.length !== before.length) continue;
    const whole = after.join("\n");
    const changed = before.filter((text) => !whole.includes(text)).length;
    if (most === undefined || changed > most.changed)
      most = { title: conversation.title, before, after, changed };
  }
  return most;
}

function linesByToken(folder: string): ReadonlyMap<string, readonly string[]> {
  const { shards } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    readonly shards: readonly { readonly file: string }[];
  };
  const texts = shards.map(({ file }) => readFileSync(join(folder, file), "utf8").split("\n"));
  const index = readFileSync(join(folder, "index.jsonl"), "utf8").trimEnd().split("\n");
  return new Map(
    index.map((one) => {
      const { token, shard, line } = JSON.parse(one) as IndexLine;
      const { messages } = JSON.parse(texts[shard]?.[line - 1] ?? "{}") as {
        readonly messages: readonly { readonly content: string }[];
      };
      return [token, messages.map((message) => message.content)];
    }),
  );
}

async function conversationsOf(path: string): Promise<readonly Conversation[]> {
  const file = { path, size: statSync(path).size, open: () => createReadStream(path) };
  const found: Conversation[] = [];
  for (const detected of await detect({ name: path, files: [file] })) {
    for await (const one of read(detected, new Report(), { content: true, strict: false })) {
      if (one.kind === "conversation") found.push(one);
    }
  }
  return found;
}
