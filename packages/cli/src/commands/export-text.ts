/** Manifest -> what a person wants to know of a finished export */
import type { Manifest } from "@proviso/core/export";
import { hang } from "../terminal/layout.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { bytesText, count, counted } from "../terminal/words.ts";

/** Reasons printed; the manifest has all. */
const SHOWN = 3;

export function exportText(manifest: Manifest, out: string, { err, columns }: Terminal): readonly string[] {
  const { conversations, items, shards, purpose } = manifest;
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  const lines: string[] = [];
  if (conversations.included === 0) {
    lines.push(
      `nothing may be used for ${purpose}: none of ${counted(conversations.read, "conversation")} -> ${out}`,
    );
  } else {
    lines.push(
      `${counted(conversations.included, "conversation")} of ${count(conversations.read)}, ` +
        `${counted(items.included, "item")} of ${count(items.read)}, ` +
        `${counted(shards.length, "file")}, ${bytesText(bytes)} -> ${out}`,
    );
  }
  const most = [...conversations.excluded].sort((a, b) => b.conversations - a.conversations);
  for (const { reason, end, conversations: times } of most.slice(0, SHOWN)) {
    const word = end === "cannot-tell" ? "cannot tell" : "left out";
    lines.push(...hang(`  ${word} `, `${count(times)}: ${reasonText(reason)}`, columns));
  }
  if (most.length > SHOWN)
    lines.push(`  and ${counted(most.length - SHOWN, "other reason")}, see manifest.json`);
  const redacted = manifest.redactions.reduce((sum, one) => sum + one.count, 0);
  if (redacted > 0) {
    const types = [...manifest.redactions].sort((a, b) => b.count - a.count);
    const said = types.slice(0, SHOWN).map((one) => `${one.type} ${count(one.count)}`);
    lines.push(
      ...hang(
        "redacted: ",
        `${counted(redacted, "value")} (${said.join(", ")}${types.length > SHOWN ? ", …" : ""})`,
        columns,
      ),
    );
  }
  const open = manifest.obligations.filter(({ kept }) => !kept).map(({ obligation }) => obligation);
  if (open.length > 0) {
    lines.push(...hang(err.yellow("for whoever uses it: "), open.join(", "), columns));
  }
  return lines;
}
