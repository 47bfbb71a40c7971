/**
 * Commit message <-> what Open Terms Archive says in it
 *
 * The subject is the kind of record, the service and the type; the body names the snapshots that a version
 * was made of; trailers carry the fetcher, the engine and more. Older records say "Start tracking",
 * "Update" and "Refilter". Learnt from public histories and the engine's documentation.
 */
export type RecordKind = "first" | "change" | "upgrade" | "other";

export interface CommitMessage {
  /** `other`: written by hand, or by another program. */
  readonly kind: RecordKind;
  /** Ids of the commits in the repository of snapshots, where the body names any. */
  readonly snapshots: readonly string[];
  /** By their names in small letters. */
  readonly trailers: Readonly<Record<string, string>>;
}

const SUBJECTS: readonly (readonly [string, RecordKind])[] = [
  ["First record of ", "first"],
  ["Start tracking ", "first"],
  ["Record new changes of ", "change"],
  ["Update ", "change"],
  ["Apply technical or declaration upgrade on ", "upgrade"],
  ["Refilter ", "upgrade"],
];
const TRAILER = /^([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*): (.+)$/;
const COMMIT = /\b[0-9a-f]{40}\b/g;
const ONE_SNAPSHOT = "This version was recorded after extracting from snapshot";
const SEVERAL_SNAPSHOTS =
  "This version was recorded after extracting from and assembling the following snapshots";

export function readMessage(message: string): CommitMessage {
  const kind = SUBJECTS.find(([start]) => message.startsWith(start))?.[1] ?? "other";
  const paragraphs = message.trimEnd().split(/\n\n+/);
  const trailers = trailersOf(paragraphs.length > 1 ? (paragraphs.at(-1) ?? "") : "");
  const body = paragraphs.slice(1, trailers === undefined ? undefined : -1).join("\n");
  return { kind, snapshots: [...body.matchAll(COMMIT)].map(([id]) => id), trailers: trailers ?? {} };
}

/** @returns undefined for a paragraph that has other lines too */
function trailersOf(paragraph: string): Record<string, string> | undefined {
  const trailers: Record<string, string> = {};
  for (const line of paragraph.split("\n")) {
    const [, name, value] = TRAILER.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined) return undefined;
    trailers[name.toLowerCase()] = value.trim();
  }
  return trailers;
}

/** @param title service and type */
export function printMessage(
  kind: Exclude<RecordKind, "other">,
  title: string,
  snapshots: readonly string[],
  trailers: Readonly<Record<string, string>>,
): string {
  const start = SUBJECTS.find(([, known]) => known === kind)?.[0] ?? "";
  const [only] = snapshots;
  const body =
    only === undefined
      ? undefined
      : snapshots.length === 1
        ? `${ONE_SNAPSHOT} ${only}`
        : [
            `${SEVERAL_SNAPSHOTS} from ${snapshots.length} source documents:`,
            ...snapshots.map((id) => `- ${id}`),
          ].join("\n");
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${value}`);
  const paragraphs = [
    `${start}${title}`.replace(/\s+/g, " "),
    body,
    lines.length === 0 ? undefined : lines.join("\n"),
  ];
  return `${paragraphs.filter((part) => part !== undefined).join("\n\n")}\n`;
}
