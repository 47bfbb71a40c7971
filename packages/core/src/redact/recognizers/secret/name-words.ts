/**
 * "clientSecret" -> **how secret** is what carries this name?
 *
 * Names are cut into words at `_`, `-`, `.`, spaces and humps. The last word says what the thing
 * is: a `token` is secret, a `tokenType` is not.
 */
import { asciiOf, CLASS, DIGIT, is, LOWER, UPPER, WORD } from "../../scan/bytes.ts";
import { AMBIGUOUS_NAMES, SERVICE_NAMES } from "./service-names.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Says by itself that the value is secret. */
const SECRET_WORDS = setOf(
  "token tokens secret secrets apikey apikeys apitoken credential credentials cred creds auth authorization authorisation " +
    "authtoken bearer password passwd passphrase passwort kennwort pwd pw psw pass passcode privatekey accesskey secretkey " +
    "authkey accesstoken clientsecret appsecret jwt sas otp pat oauth oauth2 sig cookie csrf xsrf hmac " +
    "webhooksecret sharedkey nonce salt pepper seed mnemonic session sessionid phpsessid jsessionid sid " +
    "geheimnis schlüssel jeton secreto contraseña clave llave chave segredo senha segreto chiave clé sleutel geheim wachtwoord",
);

/** Secret if what carries the name looks like a key; what looks like an identifier is one. */
const LOOSE_WORDS = setOf(
  "session sessionid sid nonce salt pepper seed sig cookie hmac auth authorization authorisation",
);
/** Before `key`, they make it a secret one, if it does not look like an identifier. */
const LOOSE_QUALIFIERS = setOf("session user host site product account functions storage primary secondary");
/** Before `key`, they make it a secret one. */
const KEY_QUALIFIERS = setOf(
  "api access secret private auth authentication encryption encrypt encrypted decryption signing sign master account shared " +
    "client app application admin service consumer license licence activation aes hmac ssh storage primary secondary deploy " +
    "write ingest server rest subscription product security crypto session user bot live test prod sandbox functions host " +
    "integration webhook developer dev maps rsa jwt site",
);
const KEY_WORDS = setOf("key keys api aeskey access");

/** As a last word: the value only says something about the secret. */
const ABOUT_WORDS = setOf(
  "id ids uuid uuids guid guids ulid name names file files filename path paths dir url urls uri endpoint host type types kind length len size sizes " +
    "count counts version expiry expires expiration exp ttl issuer format header headers hint label index field fields algorithm " +
    "alg algo date time at arn ref refs limit max min class prefix suffix encoding status provider usage description desc " +
    "title text page number num store required enabled color level policy rule rules options config manager service " +
    "location env environment resource resources attribute scope scopes owner comment example placeholder regex pattern " +
    "hash digest checksum fingerprint thumbprint sum md5 sha1 sha256 sha512 integrity etag",
);
/** Anywhere in the name: not secret, or not a value. */
const OPEN_WORDS = setOf(
  "public publishable pub dummy fake mock cache primarykey foreign partition sort schema sequence anti",
);

const CODE_WORDS = setOf("code codes");
const CODE_QUALIFIERS = setOf("recovery backup activation licence license authorization wiederherstellungs");
const ID_QUALIFIERS = setOf("client access app application consumer");
const COMPLEMENTS = setOf("api accès acces acceso accesso acesso access zugriff acceso autenticación");

/** Before the name: the value is part of an address or of the name of a resource. */
const ADDRESS_WORDS = setOf("arn http https www com org net urn");

export interface NameWords {
  /** Named as a secret. */
  isSecret: boolean;
  /** So clearly that even what looks like an identifier is a secret. */
  isClear: boolean;
  /** Named as a key, but perhaps one of a table. */
  isKey: boolean;
  /** Named after a service that gives out keys. */
  isService: boolean;
  /** The service's name is in the name itself, not only before it. */
  isNamedAfter: boolean;
}

const MAX_WORDS = 12;

/**
 * @param from where the words before the name begin that may name a service
 * @param start of the name itself
 */
export function readName(bytes: Uint8Array, from: number, start: number, end: number, out: NameWords): void {
  const before = wordsOf(bytes, from, start);
  const words = wordsOf(bytes, start, end);
  const last = words[words.length - 1] ?? "";
  const ahead = before[before.length - 1] ?? "";
  out.isSecret = false;
  out.isClear = false;
  out.isKey = false;
  out.isService = false;
  out.isNamedAfter = false;
  if (words.length === 0 || words.some((word) => OPEN_WORDS.has(word)) || OPEN_WORDS.has(ahead)) return;
  const all = [...before, ...words];
  const service = !all.some((word) => ADDRESS_WORDS.has(word)) && hasService(all, all.length);
  if (ABOUT_WORDS.has(last) && !isIdOfSecret(before, words, service)) return;
  out.isClear =
    words.some((word) => SECRET_WORDS.has(word) && !LOOSE_WORDS.has(word)) || isComplement(before, words);
  out.isSecret = out.isClear || words.some((word) => SECRET_WORDS.has(word));
  if (!out.isSecret) {
    const at = all.findLastIndex((word) => KEY_WORDS.has(word));
    out.isKey = at >= before.length;
    const code = all.length - 2;
    const isCode = CODE_WORDS.has(last) && CODE_QUALIFIERS.has(all[code] ?? "");
    const qualifier = all[at - 1] ?? "";
    out.isSecret = isCode || (out.isKey && at > 0 && (KEY_QUALIFIERS.has(qualifier) || service));
    out.isClear = out.isSecret && (isCode || service || !LOOSE_QUALIFIERS.has(qualifier));
  }
  // `stripe: x` and `stripeToken: x` are keys; `stripeCustomer: x` is one of many things.
  const isItself =
    isServiceName(last, undefined, all.length) || SERVICE_NAMES.has((words[words.length - 2] ?? "") + last);
  out.isService = service && (out.isSecret || out.isKey || last === "id" || isItself);
  out.isClear ||= out.isService && last !== "id";
  out.isNamedAfter = service && hasService(words, all.length);
}

/**
 * In a cookie a session's ID lets its holder in, elsewhere it names a conversation or a run; a client's
 * ID goes with the key of the service that gave it.
 */
function isIdOfSecret(before: readonly string[], words: readonly string[], service: boolean): boolean {
  if (words.at(-1) !== "id") return false;
  if (words.includes("session") || words.includes("sess")) {
    return words.includes("cookie") || before.includes("cookie");
  }
  return service && words.some((word) => ID_QUALIFIERS.has(word));
}

/** Romance languages put what is secret first: `clé API`, `jeton d'accès`, `chiave di accesso`. */
function isComplement(before: readonly string[], words: readonly string[]): boolean {
  return COMPLEMENTS.has(words[0] ?? "") && before.slice(-2).some((word) => SECRET_WORDS.has(word));
}

function hasService(words: readonly string[], count: number): boolean {
  return words.some((word, index) => isServiceName(word, words[index + 1], count));
}

function isServiceName(word: string, next: string | undefined, count: number): boolean {
  if (SERVICE_NAMES.has(word)) return count > 1 || !AMBIGUOUS_NAMES.has(word);
  return next !== undefined && SERVICE_NAMES.has(word + next);
}

/** The words between two offsets, in lower case; of a long stretch the last ones. */
function wordsOf(bytes: Uint8Array, start: number, end: number): readonly string[] {
  const words: string[] = [];
  let stop = end;
  while (stop > start && words.length < MAX_WORDS) {
    while (stop > start && !is(bytes, stop - 1, WORD)) stop -= 1;
    let at = stop;
    while (at > start && is(bytes, at - 1, WORD) && !isHump(bytes, at, stop)) at -= 1;
    if (at < stop) words.push(textOfWord(bytes, at, stop));
    stop = at;
  }
  return words.reverse();
}

/** Between `at - 1` and `at` a new word begins: `client|Secret`, `API|Key`. */
function isHump(bytes: Uint8Array, at: number, stop: number): boolean {
  if (at === stop || !is(bytes, at, UPPER)) return false;
  const previous = CLASS[bytes[at - 1] as number] as number;
  if ((previous & (LOWER | DIGIT)) !== 0) return true;
  return (previous & UPPER) !== 0 && at + 1 < stop && is(bytes, at + 1, LOWER);
}

const decoder = new TextDecoder();

function textOfWord(bytes: Uint8Array, start: number, end: number): string {
  for (let at = start; at < end; at += 1) {
    if ((bytes[at] as number) >= 0x80) return decoder.decode(bytes.subarray(start, end)).toLowerCase();
  }
  return asciiOf(bytes, start, end).toLowerCase();
}
