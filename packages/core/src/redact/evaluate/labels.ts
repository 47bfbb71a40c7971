/**
 * label names -> **classes** that are measured
 *
 * Data says `PER`, `person` or `GIVENNAME`, and we say PERSON. What no class takes is named in the
 * result, never counted in silence.
 */
import { parse } from "yaml";
import { z } from "zod";
import { ProvisoError } from "../../errors.ts";
import { LABEL_TABLE, type LabelClass } from "./label-table.ts";

export interface Labels {
  /** The class a label of the data stands for. */
  classOf(label: string): string | undefined;
  /** The classes a found type may answer, the most specific first. */
  answers(type: string): readonly string[];
  /** The entity types that answer a class. */
  typesOf(name: string): readonly string[];
}

export function labelsOf(table: Readonly<Record<string, LabelClass>> = LABEL_TABLE): Labels {
  const byLabel = new Map<string, string>();
  const byType = new Map<string, string[]>();
  const types = new Map<string, readonly string[]>();
  for (const [name, one] of Object.entries(table)) {
    const answering = one.types ?? [name];
    types.set(name, answering);
    for (const label of [name, ...one.labels]) byLabel.set(plain(label), name);
    for (const type of answering) byType.set(plain(type), [...(byType.get(plain(type)) ?? []), name]);
  }
  const width = (name: string): number => types.get(name)?.length ?? 0;
  return {
    classOf: (label) => byLabel.get(plain(label)),
    answers: (type) => {
      const named = byLabel.get(plain(type));
      const all = new Set([...(byType.get(plain(type)) ?? []), ...(named === undefined ? [] : [named])]);
      return [...all].sort((one, other) => width(one) - width(other));
    },
    typesOf: (name) => types.get(name) ?? [],
  };
}

const LABEL_FILE = z.record(
  z.string(),
  z.strictObject({ labels: z.array(z.string()).default([]), types: z.array(z.string()).optional() }),
);

/**
 * Our own table with the classes of a YAML or JSON text in place of those of the same name.
 * @throws ProvisoError INPUT_MALFORMED
 */
export function parseLabels(text: string, file: string): Labels {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "not YAML", { place: { file }, cause });
  }
  const read = LABEL_FILE.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new ProvisoError("INPUT_MALFORMED", issue?.message.toLowerCase() ?? "not a table of labels", {
      place: { file, field: issue?.path.join(".") || undefined },
      hint: "each class has `labels`, and `types` where they are not its own name",
    });
  }
  const own: Record<string, LabelClass> = {};
  for (const [name, { labels, types }] of Object.entries(read.data)) {
    own[name] = types === undefined ? { labels } : { labels, types };
  }
  return labelsOf({ ...LABEL_TABLE, ...own });
}

function plain(label: string): string {
  return label.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
