/**
 * Bytes -> is it a **placeholder**?
 *
 * What stands where a secret would: `<your token>`, `${TOKEN}`, `process.env.TOKEN`, `changeit`,
 * a call, a type, a word that says there is none. Asked only about values that are assigned to a
 * secret's name.
 */
import { asciiOf, is, LOWER, UPPER } from "../../scan/bytes.ts";
import { isFiller } from "./filler.ts";

/** Longer values are no placeholders of this kind. */
const LONGEST = 80;

/** The whole value, in lower case without marks around it. */
const WORDS = new Set(
  (
    "password passwort passwd pass pwd pw secret token key apikey api_key api-key user username login admin root " +
    "int8array uint8array uint8clampedarray int16array uint16array int32array uint32array bigint64array biguint64array " +
    "float32array float64array arraybuffer dataview buffer bytearray bytestring cryptokey keyobject securestring secretstr " +
    "string str text number int integer bool boolean bytes byte char object array list dict map any void null nil none " +
    "undefined nan true false yes no on off optional required unknown default empty blank hidden masked redacted removed " +
    "private public protected static const final let var new value field input label name type id this self return " +
    "test example sample dummy demo foo bar baz todo tbd changeme change_me change-me changeit placeholder here " +
    "mypassword my_password my-password yourpassword your_password your-password mysecret mytoken " +
    "invalid incorrect wrong correct valid expired missing weak strong reset forgotten forgot the a an and or not is are " +
    "kennwort contraseña clave senha wachtwoord parola"
  ).split(" "),
);

/** Somewhere in the value: what manuals and templates say. */
const SIGNS = [
  "your_",
  "your-",
  "<your",
  "yourtoken",
  "yourkey",
  "yourpass",
  "yoursecret",
  "yourapi",
  "my_api",
  "example",
  "placeholder",
  "changeme",
  "change_me",
  "replace",
  "redacted",
  "insert_",
  "insert-",
  "enter_",
  "dummy",
  "xxxxx",
  "****",
  "....",
  "process.env",
  "os.environ",
  "getenv",
  "env.",
  "secrets.",
  "config.",
  "settings.",
  "options.",
  "this.",
  "self.",
  "props.",
  "params.",
  "request.",
  "req.",
  "data.",
  "token_here",
  "_here",
  "-here",
  "todo",
  "fixme",
];

/** Whether `[start, end)` is a placeholder, a reference to a value elsewhere, or a template. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return true;
  if (isReference(bytes, start, end)) return true;
  if (end - start > LONGEST) return isFiller(bytes, start, end);
  if (end - start >= 6 && isFiller(bytes, start, end)) return true;
  const value = asciiOf(bytes, start, end).toLowerCase();
  return WORDS.has(value) || SIGNS.some((sign) => value.includes(sign));
}

/** `$X`, `${X}`, `{{ x }}`, `<x>`, `%s`, `%(x)s`, `[x]`, `@Value(`, `f(x)`: something else says the value. */
function isReference(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  const second = bytes[start + 1] as number;
  const last = bytes[end - 1] as number;
  if (first === 0x24 && (second === 0x7b || second === 0x28 || isName(bytes, start + 1, end))) return true;
  if (first === 0x7b || first === 0x3c || (first === 0x5b && last === 0x5d)) return true;
  if (first === 0x25 && (last === 0x25 || last === 0x73 || second === 0x28 || second === 0x7b)) return true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x24 && (bytes[at + 1] === 0x7b || bytes[at + 1] === 0x28)) return true;
    if (byte === 0x7b && bytes[at + 1] === 0x7b) return true;
    if (byte === 0x28 && last === 0x29) return true;
  }
  return false;
}

/** Letters and underscores, or capital letters, digits and underscores: the name of a variable. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = start;
  while (letters < end && (is(bytes, letters, UPPER | LOWER) || bytes[letters] === 0x5f)) letters += 1;
  if (letters === end) return end > start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (!(byte === 0x5f || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39 && at > start)))
      return false;
  }
  return end > start;
}
