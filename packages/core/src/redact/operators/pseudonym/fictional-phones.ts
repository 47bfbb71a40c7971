/**
 * Telephone numbers that regulators keep for films and books: they never ring.
 *
 * North America: 555-0100 to 555-0199 of every area (ATIS). United Kingdom: Ofcom's numbers for drama
 * use. Germany: Bundesnetzagentur, Rufnummern für Medienproduktionen. France: ARCEP decision on
 * numbers for audiovisual works. Australia: ACMA, numbers for use in radio, film and television.
 * Sweden: PTS, fictional numbers. Ireland: ComReg, 020 91x xxxx.
 */
export interface FictionalRange {
  /** Country code. */
  readonly country: string;
  /** First digits of the national number, without the zero that is dialled inside the country. */
  readonly prefix: string;
  /** How many digits the national number has. */
  readonly size: number;
}

function ranges(country: string, size: number, prefixes: string): readonly FictionalRange[] {
  return prefixes.split(" ").map((prefix) => ({ country, prefix, size }));
}

export const FICTIONAL_RANGES: readonly FictionalRange[] = [
  ...ranges("44", 10, "1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960 1514960"),
  ...ranges("44", 10, "1614960 2079460 1914980 2896496 2920180 1632960 7700900 8081570"),
  ...ranges("49", 10, "3023125 4066969 2214710 6990009 8999998 17139200"),
  ...ranges("49", 11, "176040690"),
  ...ranges("33", 9, "19900 26191 35301 46571 53649 63998"),
  ...ranges("61", 9, "25550 27010 35550 37010 75550 77010 85550 87010"),
  ...ranges("46", 9, "3139006 4062804 8465004 9803192 70174065"),
  ...ranges("353", 9, "2091"),
];
