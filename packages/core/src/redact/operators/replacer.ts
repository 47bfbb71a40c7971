/**
 * (Profile, key, scope) -> **Replacer**: what to write in the place of a value
 *
 * The same value gets the same replacement in a scope, and another one in another scope. What a
 * replacer has written it leaves alone: replacing twice is replacing once.
 */
import { ProvisoError } from "../../errors.ts";
import { hmac } from "../../wasm/hmac.ts";
import { type EntityType, groupOf } from "../entity.ts";
import { createAllowList } from "../profile/allow-list.ts";
import { operatorFor, operatorsOf } from "../profile/operator-for.ts";
import type { Profile } from "../profile/profile.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { DocumentState } from "./document-state.ts";
import { decodedOf, encodedLike } from "./encoded-value.ts";
import { encrypter } from "./encrypt.ts";
import { identityOf } from "./identity.ts";
import { checkKey } from "./key.ts";
import { mask } from "./mask.ts";
import { needsKey, type Operator } from "./operator.ts";
import { messageOf } from "./prf.ts";
import { Pseudonyms } from "./pseudonym/pseudonyms.ts";
import { hashTag, isTag, numberedTag, tagOf } from "./tag.ts";

export interface ReplacerOptions {
  /** At least 16 bytes, better 32. Needed if any operator of the profile is keyed. */
  readonly key?: Uint8Array;
  /** Within what a value keeps its replacement: the name of a release, a project, a data set. */
  readonly scope: string;
  /** Whose data it is, unless the document says. Only dates depend on it. */
  readonly subject?: string;
}

export interface Replacer {
  /**
   * What to write for the value; undefined to leave it as it is.
   * @param exact the value letter by letter, where `value` has blanks for escapes
   */
  replace(type: EntityType, value: string, document: DocumentState, exact?: string): string | undefined;
  newDocument(subject?: string): DocumentState;
}

const CACHED = 65_536;
/** What a kind without pseudonyms gets instead: still the same for the same value. */
const HASH_BITS = 64;
/** In the cache, and never a replacement: the value stays; or it depends on the document. */
const STAYS = "\u0000stays";
const VARIES = "\u0000varies";

/** @throws ProvisoError KEY_MISSING, KEY_INVALID */
export function createReplacer(profile: Profile, options: ReplacerOptions): Replacer {
  return new ProfileReplacer(profile, options);
}

class ProfileReplacer implements Replacer {
  readonly #profile: Profile;
  readonly #options: ReplacerOptions;
  readonly #isAllowed: (type: EntityType, value: string) => boolean;
  readonly #texts: ReadonlySet<string>;
  readonly #keyed: Keyed | undefined;
  readonly #cache = new BoundedCache<string>(CACHED);

  constructor(profile: Profile, options: ReplacerOptions) {
    this.#profile = profile;
    this.#options = options;
    this.#isAllowed = createAllowList(profile);
    const operators = operatorsOf(profile);
    this.#texts = new Set(
      operators.flatMap((one) => (one.operator === "replace" && one.text !== undefined ? [one.text] : [])),
    );
    this.#keyed = keyedOf(operators, options);
  }

  newDocument(subject?: string): DocumentState {
    return new DocumentState(subject ?? this.#options.subject);
  }

  replace(type: EntityType, value: string, document: DocumentState, exact?: string): string | undefined {
    const key = `${type}\u0000${value}`;
    let written = this.#cache.get(key);
    if (written === undefined) {
      written = this.#stays(type, value) ? STAYS : this.#write(type, value);
      this.#cache.set(key, written);
    }
    if (written === STAYS) return undefined;
    if (exact !== undefined && exact !== value && this.#operatorFor(type).operator === "encrypt")
      return this.#write(type, exact);
    return written === VARIES ? this.#writeIn(document, type, value) : written;
  }

  #stays(type: EntityType, value: string): boolean {
    const plain = decodedOf(value);
    return (
      this.#operatorFor(type).operator === "keep" ||
      isTag(value) ||
      this.#texts.has(value) ||
      this.#isAllowed(type, value) ||
      (plain !== value && this.#isAllowed(type, plain)) ||
      this.#keyed?.pseudonyms?.isOwn(type, plain) === true
    );
  }

  #write(type: EntityType, value: string): string {
    const operator = this.#operatorFor(type);
    switch (operator.operator) {
      case "keep":
        return STAYS;
      case "remove":
        return "";
      case "mask":
        return encodedLike(value, mask(decodedOf(value), operator));
      case "replace":
        return operator.numbered === true ? VARIES : (operator.text ?? tagOf(type));
      case "hash":
        return this.#keyedFor(operator).hash(type, decodedOf(value), operator.bits);
      // As it stands there, so that the text can be had back as it was.
      case "encrypt":
        return this.#keyedFor(operator).encrypt(type, value);
      case "pseudonym": {
        if (groupOf(type) === "date") return VARIES;
        const { pseudonyms, hash } = this.#keyedFor(operator);
        const plain = decodedOf(value);
        const made = pseudonyms?.make(type, plain);
        return made === undefined ? hash(type, plain, HASH_BITS) : encodedLike(value, made);
      }
    }
  }

  #writeIn(document: DocumentState, type: EntityType, value: string): string {
    const operator = this.#operatorFor(type);
    const plain = decodedOf(value);
    if (operator.operator !== "pseudonym") return numberedTag(type, document.numberOf(type, plain));
    const { pseudonyms } = this.#keyedFor(operator);
    const moved = pseudonyms?.makeDate(plain, document.subject, operator.dates);
    return moved === undefined ? tagOf(type) : encodedLike(value, moved);
  }

  #operatorFor(type: EntityType): Operator {
    return operatorFor(this.#profile, type);
  }

  #keyedFor(operator: Operator): Keyed {
    if (this.#keyed === undefined) throw keyMissing(operator);
    return this.#keyed;
  }
}

/** What the key makes possible. */
interface Keyed {
  readonly hash: (type: EntityType, value: string, bits: number) => string;
  readonly encrypt: (type: EntityType, value: string) => string;
  /** Only if the profile makes any: else there is nothing of the kind to be known again. */
  readonly pseudonyms: Pseudonyms | undefined;
}

function keyedOf(operators: readonly Operator[], { key, scope }: ReplacerOptions): Keyed | undefined {
  const first = operators.find(needsKey);
  if (first === undefined) return undefined;
  if (key === undefined) throw keyMissing(first);
  checkKey(key);
  const prf = hmac(key);
  return {
    hash: (type, value, bits) =>
      hashTag(type, prf(messageOf("hash", scope, type, identityOf(type, value))).subarray(0, bits / 8)),
    encrypt: encrypter(prf, scope),
    pseudonyms: operators.some(({ operator }) => operator === "pseudonym")
      ? new Pseudonyms(prf, scope)
      : undefined,
  };
}

function keyMissing({ operator }: Operator): ProvisoError {
  return new ProvisoError("KEY_MISSING", `the operator \`${operator}\` needs a key, and there is none`, {
    hint: "give a key of 32 random bytes, and keep it apart from what is redacted",
  });
}
