/** A value of PostgreSQL's text and the number of its type -> the plain value of Engine */
import pg from "pg";
import { instant, realNumber, wholeNumber } from "./plain-value.ts";

type Reader = (text: string) => unknown;

/** By the number of the type; of lists that of the element. What is not here is text. */
const READERS: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [16, (text) => text === "t"],
  [20, wholeNumber],
  [21, wholeNumber],
  [23, wholeNumber],
  [26, wholeNumber],
  [700, realNumber],
  [701, realNumber],
  [1082, instant],
  [1114, instant],
  [1184, instant],
]);

/** Number of a list's type -> that of its element. */
const ELEMENTS: ReadonlyMap<number, number> = new Map([
  [1000, 16],
  [1005, 21],
  [1007, 23],
  [1009, 25],
  [1014, 1042],
  [1015, 1043],
  [1016, 20],
  [1021, 700],
  [1022, 701],
  [1115, 1114],
  [1182, 1082],
  [1185, 1184],
  [1231, 1700],
]);

const LIST_OF_TEXTS = 1009;
const packagesOwn = pg.types.getTypeParser as (oid: number) => (text: string) => unknown;

export function readerOf(oid: number): Reader {
  const element = ELEMENTS.get(oid);
  if (element === undefined) return READERS.get(oid) ?? ((text) => text);
  const read = READERS.get(element) ?? ((text: string) => text);
  const texts = packagesOwn(LIST_OF_TEXTS);
  return (text) => each(texts(text), read);
}

function each(list: unknown, read: Reader): unknown {
  if (Array.isArray(list)) return list.map((one: unknown) => each(one, read));
  return typeof list === "string" ? read(list) : list;
}
