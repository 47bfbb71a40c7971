/** YAML or JSON text -> **Located text**: its plain value, and the place of each of its parts */
import { type Place, ProvisoError } from "@proviso/core";
import { type YamlKind, yamlValue } from "@proviso/core/events";

export interface LocatedText {
  readonly file: string;
  readonly value: unknown;
  /** Of the part at the path, or of its key; of the nearest part around it, if it is not there. */
  placeOf(path: readonly PropertyKey[], isKey?: boolean): Place;
}

const KIND: YamlKind = { called: "declaration", code: "INPUT_MALFORMED", deepest: 24 };
const LONGEST_FILE = 4_000_000;

/** @throws ProvisoError INPUT_EMPTY, INPUT_MALFORMED with file and line */
export function locatedText(text: string, file: string): LocatedText {
  if (text.length > LONGEST_FILE) {
    throw new ProvisoError("INPUT_MALFORMED", `no declaration is longer than ${LONGEST_FILE} characters`, {
      place: { file },
    });
  }
  const { value, placeOf } = yamlValue(text, file, KIND);
  return { file, value, placeOf: (path, isKey = false) => placeOf(path, isKey) };
}
