/**
 * Texts x Profile -> **RedactedDocument** -> export
 *
 * Finds what must not be there and writes what the profile says instead. A document is one
 * conversation: what is learnt in one of its texts (that Johnson is a person) holds in all of them,
 * whatever their order. Pure: key and scope come in as arguments.
 */
import { Engine } from "./engine.ts";
import type { EntityType } from "./entity.ts";
import { findersOf } from "./finders.ts";
import { createReplacer } from "./operators/replacer.ts";
import { createAllowList } from "./profile/allow-list.ts";
import { operatorFor } from "./profile/operator-for.ts";
import type { Profile } from "./profile/profile.ts";
import { RECOGNIZERS } from "./recognizers/all.ts";
import type { LineFinding, RedactedDocument, RedactedLines } from "./redacted.ts";
import { stringOf } from "./rewrite.ts";
import type { Span } from "./scan/resolve.ts";
import type { Text } from "./scan/text.ts";
import { hmac } from "./wasm/hmac.ts";

export interface RedactorOptions {
  readonly profile: Profile;
  /** At least 16 bytes; needed if an operator of the profile is keyed. */
  readonly key?: Uint8Array;
  /** Within what a value keeps its replacement; by default the profile's own, else `default`. */
  readonly scope?: string;
}

const DEFAULT_SCOPE = "default";

export class Redactor {
  readonly #engine: Engine;

  /** @throws ProvisoError KEY_MISSING, KEY_INVALID */
  constructor({ profile, key, scope }: RedactorOptions) {
    const replacer = createReplacer(profile, {
      scope: scope ?? profile.scope ?? DEFAULT_SCOPE,
      hmac,
      ...(key === undefined ? {} : { key }),
    });
    this.#engine = new Engine({
      recognizers: RECOGNIZERS,
      finders: findersOf(profile),
      customTypes: customTypesOf(profile),
      accept: acceptor(profile),
      newReplace: (subject) => {
        const document = replacer.newDocument(subject);
        return (type, value) => replacer.replace(type, value, document);
      },
    });
  }

  /**
   * Redacts texts that belong together.
   * @param subject whose they are: the offset by which dates are shifted depends on it
   */
  document(texts: readonly string[], subject?: string): RedactedDocument {
    return this.#engine.document(texts, subject);
  }

  /**
   * Redacts bytes as they are in a file; as many lines come out as went in.
   * @param bytes whole lines in UTF-8
   * @param format `jsonl`: each line is a document, and stays valid JSON; `text`: all of it is one
   */
  lines(
    bytes: Uint8Array,
    format: "jsonl" | "text",
    onFinding?: (finding: LineFinding) => void,
  ): RedactedLines {
    return this.#engine.lines(bytes, format, onFinding);
  }
}

/** Asked for every span: which types count, and from which score, is looked up once per type. */
function acceptor(profile: Profile): (span: Span, text: Text) => boolean {
  const isAllowed = profile.allow.length === 0 ? undefined : createAllowList(profile);
  const acts = new Map<EntityType, boolean>();
  return ({ type, score, start, end }, { bytes }) => {
    if (score < profile.threshold) return false;
    let isActedOn = acts.get(type);
    if (isActedOn === undefined) {
      isActedOn = operatorFor(profile, type).operator !== "keep";
      acts.set(type, isActedOn);
    }
    return isActedOn && !(isAllowed?.(type, stringOf(bytes, start, end)) ?? false);
  };
}

function customTypesOf({ recognizers, deny, fields }: Profile): readonly EntityType[] {
  return [
    ...recognizers.map((one) => one.type),
    ...deny.map((one) => one.type),
    ...fields.map((one) => one.as),
  ];
}
