/**
 * Selections, rows -> **ExportTally** -> manifest
 *
 * Every conversation and item that was read is counted once, in or out with its reason. Tallies of
 * parts add up to the tally of the whole, so that an export can be made in parts and gone on with.
 */
import { addCount, addCounts, type Counts, sortedCounts } from "./counts.ts";
import type { Withheld } from "./selection.ts";

const SECTIONS = [
  /** `conversations read`, `items included` and so on. */
  "totals",
  /** `end reason` -> conversations. */
  "withheld",
  /** `end reason` -> items of those conversations. */
  "withheldItems",
  /** Reason -> items left out of conversations that went in. */
  "left",
  "signals",
  "redactions",
  "flags",
  /** Obligation -> conversations that went in under it. */
  "obligations",
  /** `id version digest` -> conversations that it governs. */
  "policies",
] as const;
type Section = (typeof SECTIONS)[number];

export type TallyJson = Readonly<Partial<Record<Section, Readonly<Record<string, number>>>>>;

export class ExportTally {
  readonly #sections = new Map<Section, Counts>();

  static of(json: TallyJson): ExportTally {
    const tally = new ExportTally();
    for (const section of SECTIONS) tally.count(section, new Map(Object.entries(json[section] ?? {})));
    return tally;
  }

  get(section: Section): ReadonlyMap<string, number> {
    return this.#of(section);
  }

  total(name: string): number {
    return this.#of("totals").get(name) ?? 0;
  }

  /** A conversation was read, whatever becomes of it. */
  read(items: number, policies: readonly string[]): void {
    this.#add("totals", "conversations read");
    this.#add("totals", "items read", items);
    for (const policy of policies) this.#add("policies", policy);
  }

  /** It stays out. */
  withhold({ end, reason }: Pick<Withheld, "end" | "reason">, items: number): void {
    this.#add("withheld", `${end} ${reason}`);
    this.#add("withheldItems", `${end} ${reason}`, items);
  }

  /** It goes in. */
  include(items: number, obligations: readonly string[]): void {
    this.#add("totals", "conversations included");
    this.#add("totals", "items included", items);
    for (const obligation of obligations) this.#add("obligations", obligation);
  }

  count(section: Section, counts: ReadonlyMap<string, number>): void {
    addCounts(this.#of(section), counts);
  }

  add(other: ExportTally): void {
    for (const section of SECTIONS) this.count(section, other.get(section));
  }

  toJSON(): TallyJson {
    return Object.fromEntries(
      SECTIONS.map((section) => [section, Object.fromEntries(sortedCounts(this.#of(section)))]),
    );
  }

  #add(section: Section, name: string, times = 1): void {
    addCount(this.#of(section), name, times);
  }

  #of(section: Section): Counts {
    let counts = this.#sections.get(section);
    if (counts === undefined) {
      counts = new Map();
      this.#sections.set(section, counts);
    }
    return counts;
  }
}
