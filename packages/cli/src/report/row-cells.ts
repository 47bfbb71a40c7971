/**
 * The part of a row that is its own -> holes of the wire form
 *
 * A value equal to one of the row's two dates is said by name, so that rows which differ in
 * nothing but their dates share one shape.
 */
import type { Text, When } from "./client/wire.ts";
import type { Texts } from "./intern.ts";

const DAY = 86_400_000;

// A stand-in for the row's id within its strings, as event ids often contain it: a control
// character that JSON need not escape, and that no readable id has.
const OWN_ID = "\u007f";

export class RowCells {
  readonly holes: Text[] = [];
  readonly #index = new Map<Text, number>();
  readonly #base: number;
  readonly #created: number | undefined;
  readonly #last: number | undefined;
  readonly #constants: ReadonlySet<number>;
  readonly #id: string;
  readonly #texts: Texts;

  /** `constants`: instants that belong to the account, the same in all rows. */
  constructor(
    row: { id: string; createdAt: number | undefined; lastActivityAt: number | undefined },
    constants: ReadonlySet<number>,
    texts: Texts,
  ) {
    this.#id = row.id;
    this.#created = finite(row.createdAt);
    this.#last = finite(row.lastActivityAt);
    this.#base = this.#created ?? 0;
    this.#constants = constants;
    this.#texts = texts;
  }

  /** Where both dates of the row fit, `prefer` says which one is meant. */
  when(at: number | null | undefined, prefer: "c" | "l" = "l"): When {
    if (at === null || at === undefined || !Number.isFinite(at)) return null;
    const other = prefer === "l" ? "c" : "l";
    for (const name of [prefer, other]) {
      if (at === (name === "c" ? this.#created : this.#last)) return name;
    }
    if (this.#constants.has(at)) return at;
    return `#${this.#hole(at - this.#base)}`;
  }

  /**
   * An end by its distance from its beginning. Counted days are the same in every row; months
   * and years are not, so their days go into a hole.
   */
  until(until: number | undefined, from: number | undefined, period: string | undefined): When {
    if (until === undefined || from === undefined || period === undefined) return this.when(until);
    const days = (until - from) / DAY;
    if (!Number.isInteger(days)) return this.when(until);
    return /^P\d+[DW]$/.test(period) ? `+${days}` : `+#${this.#hole(days)}`;
  }

  /** A string of the row: its own id inside is said by a stand-in. */
  text(text: string): string {
    const clean = text.replaceAll(OWN_ID, " ");
    const cell = this.#id === "" ? clean : clean.replaceAll(this.#id, OWN_ID);
    return `#${this.#hole(this.#texts.cell(cell))}`;
  }

  #hole(value: Text): number {
    const found = this.#index.get(value);
    if (found !== undefined) return found;
    this.#index.set(value, this.holes.length);
    this.holes.push(value);
    return this.holes.length - 1;
  }
}

export function finite(at: number | undefined): number | undefined {
  return at !== undefined && Number.isFinite(at) ? at : undefined;
}
