/**
 * Texts x Profile -> **RedactedDocument** -> export
 *
 * Finds what must not be there and writes what the profile says instead. A document is one
 * conversation: what is learnt in one of its texts (that Johnson is a person) holds in all of them,
 * whatever their order. Pure: key and scope come in as arguments.
 */
import { Engine } from "./engine.ts";
import { findersOf } from "./finders.ts";
import type { KnownValue } from "./finding.ts";
import type { Profile, Role } from "./profile/profile.ts";
import { RECOGNIZERS } from "./recognizers/all.ts";
import type { LineFinding, RedactedDocument, RedactedLines } from "./redacted.ts";
import { rulesOf } from "./rules.ts";

export interface RedactorOptions {
  readonly profile: Profile;
  /** At least 16 bytes; needed if an operator of the profile is keyed. */
  readonly key?: Uint8Array;
  /** Within what a value keeps its replacement; by default the profile's own, else `default`. */
  readonly scope?: string;
  /** Whose the texts are, unless a document says: the offset by which dates are shifted depends on it. */
  readonly subject?: string;
  /** Whether special categories are looked for, which costs about a tenth of the time. Default true. */
  readonly flags?: boolean;
}

export interface DocumentOptions {
  /** Whose the texts are; by default the redactor's. */
  readonly subject?: string;
  /** Who wrote each of the texts; of use only if the profile has rules for roles. */
  readonly roles?: readonly (Role | undefined)[];
  /** Values that somebody else has found in the texts, such as a larger model. */
  readonly known?: readonly KnownValue[];
}

export interface LinesOptions {
  /** Hears of every finding that is replaced, by position. */
  readonly onFinding?: ((finding: LineFinding) => void) | undefined;
  /** Values that somebody else has found: by line, from 0, in JSON Lines; in plain text asked for 0. */
  readonly known?: (line: number) => readonly KnownValue[];
}

const DEFAULT_SCOPE = "default";

export class Redactor {
  readonly #engine: Engine;

  /** @throws ProvisoError KEY_MISSING, KEY_INVALID */
  constructor({ profile, key, scope, subject, flags = true }: RedactorOptions) {
    this.#engine = new Engine({
      recognizers: flags ? RECOGNIZERS : RECOGNIZERS.filter((one) => one.flags !== true),
      finders: findersOf(profile),
      customTypes: customTypesOf(profile),
      rules: rulesOf(profile, {
        scope: scope ?? profile.scope ?? DEFAULT_SCOPE,
        ...(key === undefined ? {} : { key }),
        ...(subject === undefined ? {} : { subject }),
      }),
    });
  }

  /** Redacts texts that belong together. */
  document(texts: readonly string[], options: DocumentOptions = {}): RedactedDocument {
    return this.#engine.document(texts, options);
  }

  /**
   * Redacts bytes as they are in a file; as many lines come out as went in.
   * @param bytes whole lines in UTF-8
   * @param format `jsonl`: each line is a document, and stays valid JSON; `text`: all of it is one
   */
  lines(bytes: Uint8Array, format: "jsonl" | "text", options: LinesOptions = {}): RedactedLines {
    return this.#engine.lines(bytes, format, options);
  }
}

function customTypesOf({ recognizers, deny, fields }: Profile): readonly string[] {
  return [
    ...recognizers.map((one) => one.type),
    ...deny.map((one) => one.type),
    ...fields.map((one) => one.as),
  ];
}
