/**
 * Row + shape -> **what was decided about one conversation** -> its page, the retention table
 */

import { type Data, shapeOf } from "./data.ts";
import { DAY_MS } from "./dates.ts";
import type { Text, When, WireClock, WireTrace, WireUse } from "./wire.ts";

export interface ClockView extends WireClock {
  readonly from: number | null;
  readonly until: number | null;
  readonly elapsed: boolean;
}

export interface KeepView {
  readonly copy: string;
  readonly until: number | null;
  readonly atLeast: number | "released" | null;
}

export interface FactView {
  readonly name: string;
  readonly kind: "t" | "v" | "?";
  readonly value: number | string | boolean | null;
  readonly events: readonly string[];
}

function hole(data: Data, row: number, name: string): Text | undefined {
  return data.rows[row]?.[7 + Number(name.slice(1))] as Text | undefined;
}

function instant(data: Data, row: number, when: When): number | null {
  if (when === null || typeof when === "number") return when;
  const created = data.created[row] ?? Number.NaN;
  if (when === "c") return created;
  if (when === "l") return data.last[row] ?? null;
  const distance = hole(data, row, when);
  if (typeof distance !== "number") return null;
  return distance + (Number.isNaN(created) ? 0 : created);
}

function untilInstant(data: Data, row: number, until: When, from: number | null): number | null {
  if (typeof until !== "string" || !until.startsWith("+")) return instant(data, row, until);
  if (from === null) return null;
  const days = until.startsWith("+#") ? hole(data, row, until.slice(1)) : Number(until.slice(1));
  return typeof days === "number" ? from + days * DAY_MS : null;
}

export function clocksOf(data: Data, row: number): ClockView[] {
  const views: ClockView[] = [];
  for (const [index, from, until, elapsed] of shapeOf(data, row)?.clocks ?? []) {
    const clock = data.tables.clocks[index];
    if (clock === undefined) continue;
    const start = instant(data, row, from);
    const end = untilInstant(data, row, until, start);
    views.push({ ...clock, from: start, until: end, elapsed: elapsed === 1 });
  }
  return views;
}

/** The n-th clock's end alone, without building the others. */
function clockEnd(data: Data, row: number, name: string): number | null {
  const clock = shapeOf(data, row)?.clocks[Number(name.slice(1))];
  if (clock === undefined) return null;
  return untilInstant(data, row, clock[2], instant(data, row, clock[1]));
}

export function keepsOf(data: Data, row: number): KeepView[] {
  const end = (when: When) =>
    typeof when === "string" && when.startsWith("k") ? clockEnd(data, row, when) : instant(data, row, when);
  return (shapeOf(data, row)?.keep ?? []).map(([copy, until, atLeast]) => ({
    copy,
    until: end(until),
    atLeast: atLeast === "released" ? atLeast : end(atLeast),
  }));
}

export function usesOf(data: Data, row: number): WireUse[] {
  return (shapeOf(data, row)?.uses ?? [])
    .map((use) => data.tables.uses[use])
    .filter((use) => use !== undefined);
}

/** The rules looked at for the purpose, in order; undefined where no explanation was made. */
export function rulesOf(data: Data, row: number, purpose: string): WireTrace[] | undefined {
  const list = shapeOf(data, row)?.rules?.find(([name]) => name === purpose)?.[1];
  if (list === undefined) return undefined;
  return (data.tables.lists[list] ?? [])
    .map((trace) => data.tables.traces[trace])
    .filter((trace) => trace !== undefined);
}

export function factsOf(data: Data, row: number): FactView[] | undefined {
  return shapeOf(data, row)?.facts?.map(([name, kind, value, events]) => ({
    name,
    kind,
    value: kind === "t" && typeof value !== "boolean" ? instant(data, row, value) : value,
    events: events.map((event) => rowText(data, row, event)),
  }));
}

export function runsOf(data: Data, row: number): string[] {
  return (shapeOf(data, row)?.runs ?? []).map((run) => rowText(data, row, run));
}

function rowText(data: Data, row: number, text: Text): string {
  const cell = typeof text === "string" && text.startsWith("#") ? hole(data, row, text) : text;
  const full = typeof cell === "number" ? data.tables.texts[cell] : cell;
  // The stand-in of OWN_ID in row-cells.ts.
  return (full ?? "").replaceAll("\u007f", data.rows[row]?.[0] ?? "");
}
