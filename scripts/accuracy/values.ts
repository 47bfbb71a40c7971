/** Invented structured values, right by their own rules and written as people write them. */
import type { Random } from "./random.ts";

const DIGITS = "0123456789";
const HEX = "0123456789abcdef";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();
const BASE62 = `${UPPER}${LOWER}${DIGITS}`;
const BASE64 = `${BASE62}+/`;

export type Maker = (random: Random) => string;

export const MAKERS: Readonly<Record<string, Maker>> = {
  EMAIL: (random) => {
    const local = random.pick(["{w}.{w}", "{w}{n}", "{w}_{w}", "{w}+{w}", "{w}-{n}"]);
    const domain = random.pick(["example.com", "mail.example.org", "example.co.uk", "{w}.example.net"]);
    return filled(`${local}@${domain}`, random);
  },
  PHONE: (random) =>
    filled(
      random.pick([
        "+1 (415) 555-01{n}",
        "212-555-01{n}",
        "(646) 555-01{n}",
        "+44 20 7946 0{n}1",
        "+44 7700 9001{n}",
        "+49 30 23125{n}7",
        "+33 1 99 00 {n} 17",
        "+34 600 {n} 42 17",
        "+39 347 56{n} 821",
        "+31 6 1234 56{n}",
      ]),
      random,
    ),
  CARD: (random) => {
    const [prefix, size, groups] = random.pick([
      ["4539", 16, "4 4 4 4"],
      ["5425", 16, "4 4 4 4"],
      ["3714", 15, "4 6 5"],
      ["6011", 16, "4 4 4 4"],
      ["3566", 16, "4 4 4 4"],
    ] as const);
    const body = `${prefix}${random.text(DIGITS, size - prefix.length - 1)}`;
    return grouped(`${body}${luhnDigit(body)}`, groups, random.pick(["", " ", "-"]));
  },
  IBAN: (random) => {
    const [country, body] = random.pick([
      ["DE", random.text(DIGITS, 18)],
      ["NL", `INGB${random.text(DIGITS, 10)}`],
      ["ES", random.text(DIGITS, 20)],
      ["GB", `NWBK${random.text(DIGITS, 14)}`],
      ["BE", random.text(DIGITS, 12)],
    ] as const);
    const iban = `${country}${ibanDigits(country, body)}${body}`;
    return random.below(2) === 0 ? iban : (iban.match(/.{1,4}/g) ?? []).join(" ");
  },
  US_SSN: (random) =>
    `${String(101 + random.below(560)).padStart(3, "0")}-${10 + random.below(89)}-${1000 + random.below(8999)}`,
  IP: (random) =>
    random.below(3) === 0
      ? `2001:db8:${random.text(HEX, 4)}:${random.text(HEX, 4)}::${random.text(HEX, 3)}`
      : `${random.pick(["203.0.113", "198.51.100", "81.2.69", "93.184.216"])}.${1 + random.below(254)}`,
  MAC: (random) => {
    const joint = random.pick([":", "-"]);
    return Array.from({ length: 6 }, () => random.text(HEX, 2)).join(joint);
  },
  JWT: (random) => {
    const part = (value: unknown): string =>
      btoa(JSON.stringify(value)).replace(/[+/=]/g, (char) => ({ "+": "-", "/": "_" })[char] ?? "");
    const claims = { sub: random.text(DIGITS, 10), iat: 1_600_000_000 + random.below(90_000_000) };
    return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${random.text(`${BASE62}-_`, 43)}`;
  },
  API_KEY: (random) =>
    random.pick([
      () => `AKIA${random.text(`${UPPER}234567`, 16)}`,
      () => `ghp_${random.text(BASE62, 36)}`,
      () => `xoxb-${random.text(DIGITS, 12)}-${random.text(DIGITS, 12)}-${random.text(BASE62, 24)}`,
      () => `glpat-${random.text(BASE62, 20)}`,
      () => `sk_live_${random.text(BASE62, 24)}`,
      () => `SG.${random.text(BASE62, 22)}.${random.text(BASE62, 43)}`,
      () => `npm_${random.text(BASE62, 36)}`,
    ])(),
  PRIVATE_KEY: (random) => {
    const lines = Array.from({ length: 12 }, () => random.text(BASE64, 64)).join("\n");
    const kind = random.pick(["RSA ", "EC ", "OPENSSH ", ""]);
    return `-----BEGIN ${kind}PRIVATE KEY-----\n${lines}\n-----END ${kind}PRIVATE KEY-----`;
  },
  PASSWORD: (random) => `${random.text(LOWER, 5)}${random.text("!#%*", 1)}${random.text(BASE62, 6)}`,
  URL_CREDENTIALS: (random) =>
    filled(`postgres://{w}:${random.text(BASE62, 12)}@db.example.com:5432/{w}`, random),
};

const WORDS = ["river", "stone", "maple", "tiger", "orbit", "candle", "falcon", "meadow", "pixel", "harbor"];

/** `{w}` is a word, `{n}` two digits. */
function filled(pattern: string, random: Random): string {
  return pattern.replace(/\{([wn])\}/g, (_, kind: string) =>
    kind === "w" ? random.pick(WORDS) : random.text(DIGITS, 2),
  );
}

function grouped(digits: string, groups: string, joint: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of groups.split(" ").map(Number)) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join(joint);
}

function luhnDigit(body: string): number {
  const sum = [...body].reverse().reduce((all, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** ISO 13616: the check digits make the number, letters counted as 10 to 35, leave 1 over 97. */
function ibanDigits(country: string, body: string): string {
  const number = [...`${body}${country}00`].map((char) => Number.parseInt(char, 36)).join("");
  return String(98n - (BigInt(number) % 97n)).padStart(2, "0");
}
