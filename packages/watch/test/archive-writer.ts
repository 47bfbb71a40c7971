/** Writes to an archive until it is killed; a line on its output for each entry that was acknowledged */
import { writeSync } from "node:fs";
import { Archive } from "../src/archive/open-archive.ts";

const [folder = "", round = ""] = process.argv.slice(2);
const archive = await Archive.open(folder, { write: true });
for (const note of archive.notes) writeSync(1, `note ${note}\n`);
for (let turn = 0; ; turn += 1) {
  const under = Array.from({ length: 1 + (turn % 5) }, async (_, part) => {
    const text = `round ${round} turn ${turn} part ${part}\n`.repeat(1 + ((turn * 37) % 400));
    const blob = await archive.putBlob(Buffer.from(`<p>${text}`));
    const at = Date.UTC(2025, 0, 1) + turn * 1000;
    const judged = {
      version: text.slice(0, 30),
      at,
      class: "change",
      standing: "change",
      reason: "",
    } as const;
    const entry = await archive.putVersion({
      at,
      document: { service: `Service ${part}`, type: "Terms" },
      text,
      snapshots: [blob],
      recipe: round,
      isUpgrade: false,
      language: undefined,
      judged: { ...judged, against: undefined },
    });
    writeSync(1, `${entry.seq} ${entry.version}\n`);
  });
  await Promise.all(under);
}
