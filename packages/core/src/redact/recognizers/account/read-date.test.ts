import { describe, expect, it } from "vitest";
import { textOf } from "../../scan/text.ts";
import { isBygone, readDate } from "./read-date.ts";

function dateIn(value: string): string | undefined {
  const text = textOf(value);
  const end = readDate(text, text.start);
  return end < 0 ? undefined : new TextDecoder().decode(text.bytes.subarray(text.start, end));
}

describe("readDate", () => {
  it.each([
    ["2/8/1935.", "2/8/1935"],
    ["12.05.1987", "12.05.1987"],
    ["12. 5. 1987", "12. 5. 1987"],
    ["12-5-87,", "12-5-87"],
    ["1987-05-12T10:00", "1987-05-12"],
    ["1987/5/2", "1987/5/2"],
    ["19870512", "19870512"],
    ["12051987", "12051987"],
    ["12 05 1987", "12 05 1987"],
    ["12. Mai 1987", "12. Mai 1987"],
    ["12th of May, 1987 in", "12th of May, 1987"],
    ["May 12th, 1987", "May 12th, 1987"],
    ["1er février 1980", "1er février 1980"],
    ["3 de março de 1990", "3 de março de 1990"],
    ["3 de mayo del 1990", "3 de mayo del 1990"],
    ["5 giugno 1966", "5 giugno 1966"],
    ["3 maart 1971", "3 maart 1971"],
    ["5-MAY-2021", "5-MAY-2021"],
    ["12-May-87", "12-May-87"],
    ["May 12 at noon", "May 12"],
    ["1987年5月12日", "1987年5月12日"],
    ["12 May 1787 in", "12 May 1787"],
    ["12.05.1787,", "12.05.1787"],
    ["12051787", "12051787"],
  ])("%s", (value, wanted) => {
    expect(dateIn(value)).toBe(wanted);
  });

  it.each([
    "1987",
    "12",
    "12/13",
    "13/13/1987",
    "32.05.1987",
    "12.05.1587",
    "12/05-1987",
    "12345678",
    "2024.1.2.3.4x",
    "May",
    "Mayor 12",
    "12 monkeys",
    "May 45",
    "1.2.3",
    "12/05/19870",
  ])("%s is no date", (value) => {
    expect(dateIn(value)).toBeUndefined();
  });
});

describe("isBygone", () => {
  it.each([
    ["12.05.1787", true],
    ["May 12th, 1849", true],
    ["12 de maio de 1700", true],
    ["17870512", true],
    ["12051787", true],
    ["1787年5月12日", true],
    ["12.05.1850", false],
    ["12 May", false],
    ["12.05.87", false],
    ["19870512", false],
    // The 17th of October 1910: of both readings the one that may be somebody's.
    ["17101910", false],
  ])("%s: %s", (value, wanted) => {
    const text = textOf(value);
    expect(isBygone(text, text.start, readDate(text, text.start))).toBe(wanted);
  });
});
