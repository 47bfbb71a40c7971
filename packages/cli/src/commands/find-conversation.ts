/**
 * An id, the beginning of one, or a title -> the one conversation that is meant
 */
import { ProvisoError } from "@proviso/core";
import type { Decided, Opened } from "../pipeline/question.ts";
import { truncate } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { dateText } from "../terminal/words.ts";

/** Candidates that are listed; a person who typed one letter needs a longer beginning, not all. */
const LISTED = 8;
const TITLE_CELLS = 50;

/**
 * Reads no further than an exact id; otherwise to the end, as a later one may fit as well.
 * @throws ProvisoError NOT_FOUND; USAGE with the candidates where several fit
 */
export async function findConversation(opened: Opened, wanted: string): Promise<Decided> {
  const found: Decided[] = [];
  let fitting = 0;
  let seen = 0;
  for await (const decided of opened.decisions()) {
    const { id, title } = decided.conversation;
    seen += 1;
    if (id === wanted) return decided;
    if (!id.startsWith(wanted) && title?.trim() !== wanted.trim()) continue;
    fitting += 1;
    if (found.length < LISTED) found.push(decided);
  }
  const [only] = found;
  if (only === undefined) throw notFound(wanted, seen);
  if (fitting > 1) throw ambiguous(wanted, found, fitting);
  return only;
}

/** @throws ProvisoError NOT_FOUND; USAGE where several messages fit */
export function findItem({ conversation, items }: Decided, wanted: string): Decided["items"][number] {
  const exact = items.find(({ decision }) => decision.item === wanted);
  if (exact !== undefined) return exact;
  const found = items.filter(({ decision }) => decision.item?.startsWith(wanted));
  const [only] = found;
  const ids = (list: typeof items): string =>
    list
      .slice(0, LISTED)
      .map(({ decision }) => decision.item ?? "")
      .join("\n");
  if (only === undefined) {
    throw new ProvisoError("NOT_FOUND", `no item \`${wanted}\` in conversation \`${conversation.id}\``, {
      hint: items.length === 0 ? "it has no items" : `it has ${items.length}, the first are\n${ids(items)}`,
    });
  }
  if (found.length > 1) {
    throw new ProvisoError("USAGE", `\`${wanted}\` is the beginning of ${found.length} items`, {
      hint: `write more of the id, it may be\n${ids(found)}`,
    });
  }
  return only;
}

function notFound(wanted: string, seen: number): ProvisoError {
  return new ProvisoError("NOT_FOUND", `no conversation with id or title \`${wanted}\``, {
    hint: `${seen} were read; \`proviso decide PATH --format csv\` lists their ids and titles`,
  });
}

function ambiguous(wanted: string, found: readonly Decided[], fitting: number): ProvisoError {
  const lines = found.map(({ conversation: { id, title, createdAt } }) => {
    const name = title === undefined ? "" : ` ${truncate(printable(title), TITLE_CELLS)}`;
    return `${id}${createdAt === undefined ? "" : ` ${dateText(createdAt)}`}${name}`;
  });
  if (fitting > found.length) lines.push(`and ${fitting - found.length} more`);
  return new ProvisoError("USAGE", `\`${wanted}\` fits ${fitting} conversations`, {
    hint: `write more of the id, it may be\n${lines.join("\n")}`,
  });
}
