/** The hint for a misspelt name: the nearest one that is known, else all of them. */
export function nearestName(written: string, known: readonly string[]): string {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    const edits = editsBetween(written.toLowerCase().slice(0, 60), name.toLowerCase());
    if (edits >= least) continue;
    best = name;
    least = edits;
  }
  if (best !== undefined) return `did you mean \`${best}\`?`;
  return `known are ${known.map((name) => `\`${name}\``).join(", ")}`;
}

/** Characters added, removed or put in place of another. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
