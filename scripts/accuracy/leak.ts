/**
 * The **leak test**: chats with invented values, redacted; is any value still there, byte for byte?
 *
 * The second figure is what redaction costs: characters masked in sentences that hold nothing. Our
 * own generator shows what is broken, never that something is good: public data does that.
 */
import { builtInProfile, Redactor } from "@proviso/core/redact";
import { type Bar, shareBar } from "./bar.ts";
import { type Random, randomOf } from "./random.ts";
import { MAKERS } from "./values.ts";

const MESSAGES = 6000;

/** What stands around a value; `$` is its place. By type, in several languages. */
const FRAMES: Readonly<Record<string, readonly string[]>> = {
  EMAIL: ["You can reach me at $, thanks.", "Meine Adresse ist $.", "mon e-mail : $", "escríbeme a $ hoy"],
  PHONE: ["Call me on $ after six.", "Meine Telefonnummer: $", "mon téléphone est le $", "Tel. $"],
  CARD: ["My card is $, can you check?", "Kreditkarte $ wurde belastet", "tarjeta: $"],
  IBAN: ["Please wire it to $ today.", "IBAN: $", "Bitte auf das Konto $ überweisen."],
  US_SSN: ["my social security number is $", "SSN: $."],
  IP: ["the server at $ is down", "ssh admin@$ hangs", "from $ port 22"],
  MAC: ["the card has MAC $", "ether $ brd"],
  JWT: ["Authorization: Bearer $", "token=$"],
  API_KEY: ["why does $ not work?", 'const key = "$";', "export TOKEN=$"],
  PRIVATE_KEY: ["this is my key:\n$\nis it valid?"],
  PASSWORD: ["password: $", "my password is $ please change it", 'DB_PASSWORD="$"', "Das Passwort lautet $"],
  URL_CREDENTIALS: ["DATABASE_URL=$", "I connect with $ and it fails"],
};

const CLEAN: readonly string[] = [
  "The build of version 2.14.3 took 38 minutes on 2024-03-15 at 14:30.",
  "Commit 4f2a9c81d0e7b6a5 broke the tests, see issue #48213.",
  "Order 8841207733 has 3 items for 1,249.50 EUR each.",
  "In chapter 12 the author compares 1,024 samples with 512 others.",
  "Kannst du mir das bis Freitag um 17 Uhr erklären?",
  "Peux-tu résumer ce texte en 200 mots, avec un titre ?",
  "id: 7d1f0c52-9c1b-4d5e-8a3f-0b6c2e9d4a17, retries: 3",
  "for (let i = 0; i < 100; i += 1) sum += values[i] * 0.75;",
  "The password field must have at least 12 characters.",
  "RGB 255, 128, 0 is orange; the hex form is #ff8000.",
  "Use port 8080 on localhost, or port 9090 if that fails.",
  "Pi is 3.14159265358979 and e is 2.71828182845905.",
];

/**
 * Ways in which text is redacted: by itself, in lines of JSON as they stand in a file, and in JSON that
 * is a string in such a line, as the arguments of calls are.
 */
type Redact = (texts: readonly string[]) => readonly string[];

export function leakBars(seed: number): readonly Bar[] {
  const redactor = new Redactor({ profile: builtInProfile("default") });
  const byText: Redact = (texts) => texts.map((text) => redactor.document([text]).texts[0] ?? "");
  const byLine: Redact = (texts) => {
    const lines = texts.map((text) => `${JSON.stringify({ text })}\n`).join("");
    const { bytes } = redactor.lines(new TextEncoder().encode(lines), "jsonl");
    const out = new TextDecoder().decode(bytes).split("\n").slice(0, -1);
    return out.map(textOf);
  };
  const byCall: Redact = (texts) => byLine(texts.map((text) => JSON.stringify({ text }))).map(textOf);
  return [
    ...leaksBy("texts", byText, seed),
    ...leaksBy("lines of JSON", byLine, seed),
    ...leaksBy("JSON in lines of JSON", byCall, seed),
    ...cleanBars(byText),
  ];
}

/** Throws if redaction broke the JSON. */
function textOf(json: string): string {
  return (JSON.parse(json) as { readonly text: string }).text;
}

function leaksBy(name: string, redact: Redact, seed: number): readonly Bar[] {
  const random = randomOf(seed);
  const messages = Array.from({ length: MESSAGES }, () => messageOf(random));
  const redacted = redact(messages.map(({ text }) => text));
  const rows = [...Map.groupBy(messages.entries(), ([, { type }]) => type)]
    .map(([type, all]) => ({
      type,
      all: all.length,
      gone: all.filter(([index, { value }]) => !leaks(redacted[index] ?? value, value, type)).length,
    }))
    .sort((one, other) => (one.type < other.type ? -1 : 1));
  const sum = (of: "all" | "gone"): number => rows.reduce((total, row) => total + row[of], 0);
  return [
    shareBar(`leak test, ${name}: invented values gone`, { atLeast: 0.995 }, sum("gone"), sum("all")),
    ...rows
      .filter(({ gone, all }) => gone < all)
      .map(({ type, gone, all }) => shareBar(`  of these ${type}`, { atLeast: 0.995 }, gone, all)),
  ];
}

function cleanBars(redact: Redact): readonly Bar[] {
  let characters = 0;
  let kept = 0;
  const redacted = redact(CLEAN);
  for (const [index, text] of CLEAN.entries()) {
    characters += text.length;
    kept += commonLength(text, redacted[index] ?? "");
  }
  return [shareBar("clean sentences, characters changed", { atMost: 0.002 }, characters - kept, characters)];
}

/** Any six characters in a row that are left of a value give much of it away. */
const PIECE = 6;
/** What of a URL is no secret may stay. */
const URL_PASSWORD = /:([^:/@]+)@/;

function leaks(redacted: string, value: string, type: string): boolean {
  const secret = type === "URL_CREDENTIALS" ? (URL_PASSWORD.exec(value)?.[1] ?? value) : value;
  // The first and last line of a key are the same for everyone.
  const hidden = type === "PRIVATE_KEY" ? secret.split("\n").slice(1, -1).join("\n") : secret;
  for (let at = 0; at + PIECE <= hidden.length; at += 1) {
    if (redacted.includes(hidden.slice(at, at + PIECE))) return true;
  }
  return false;
}

function messageOf(random: Random): { readonly type: string; readonly value: string; readonly text: string } {
  const [type, maker] = random.pick(Object.entries(MAKERS));
  const value = maker(random);
  const text = random.pick(FRAMES[type] ?? ["$"]).replace("$", () => value);
  return { type, value, text: random.below(2) === 0 ? text : `${random.pick(CLEAN)} ${text}` };
}

/** Characters kept at both ends: what lies between was replaced. */
function commonLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return head + tail;
}
