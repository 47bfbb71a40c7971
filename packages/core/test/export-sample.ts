/** An export as its manifest would tell of it. */
import { type ExportAbout, ExportTally, type ManifestBody, manifestBody } from "../src/export/index.ts";

const HASH = "0123456789abcdef".repeat(4);

const ABOUT: ExportAbout = {
  version: "0.1.0",
  dataset: { title: "Support chats", publisher: "Example Support Ltd", licence: "internal", country: "DE" },
  purpose: "train-general",
  at: Date.UTC(2026, 5, 1),
  known: Number.POSITIVE_INFINITY,
  sources: [{ format: "proviso", inputs: 1, files: 1, unreadable: 0, repeated: 0 }],
  key: "0123456789abcdef",
  scope: "default",
  profile: { name: "default", digest: `sha256:${HASH}` },
  output: { format: "openai-chat", shardBytes: 1_000_000, hidden: false, ids: false },
};

function sampleTally(): ExportTally {
  const tally = new ExportTally();
  const policy = `support-desk/chats 2025-01-01 sha256:${HASH}`;
  for (let index = 0; index < 3; index += 1) tally.read(4, [policy]);
  tally.include(3, ["unlink-account", "safety-purposes-only"]);
  tally.count("left", new Map([["CONNECTOR_CONTENT", 1]]));
  tally.count("signals", new Map([["content-usage", 2]]));
  tally.count("redactions", new Map([["EMAIL", 5]]));
  tally.count("flags", new Map([["HEALTH", 1]]));
  tally.withhold({ end: "not-used", reason: "OPTED_OUT" }, 4);
  tally.withhold({ end: "cannot-tell", reason: "UNKNOWN_FACTS" }, 4);
  return tally;
}

export function sampleBody(
  about: Partial<ExportAbout> = {},
  tally: ExportTally = sampleTally(),
): ManifestBody {
  const shards = [0, 1].map((index) => ({
    file: `train-0000${index}-of-00002.jsonl`,
    lines: 1,
    bytes: 100,
    sha256: HASH,
  }));
  const set = { root: HASH, size: 1 };
  return manifestBody(
    { ...ABOUT, ...about },
    tally,
    tally.total("conversations included") === 0 ? [] : shards,
    { key: HASH, conversations: set, items: set },
  );
}
