/**
 * Other redactors, if `npm install --prefix bench/peers` has been run; and ripgrep, if it is there
 *
 * Each takes texts and does all it does by default. None makes pseudonyms.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Peer {
  readonly name: string;
  /** How many times as fast we mean to be. */
  readonly bar: number;
  /** What it looks for, as types or groups of ours; undefined: about everything we look for. */
  readonly finds: readonly string[] | undefined;
  /** Bytes it is given: it should run for about a second. */
  readonly bytes: number;
  readonly run: (texts: readonly string[]) => unknown;
}

const require = createRequire(join(import.meta.dirname, "../peers/package.json"));

async function load(name: string): Promise<unknown> {
  try {
    return (await import(pathToFileURL(require.resolve(name)).href)) as unknown;
  } catch {
    return undefined;
  }
}

export async function peers(): Promise<readonly Peer[]> {
  const found: Peer[] = [];
  const redactpii = await load("@redactpii/node");
  if (redactpii !== undefined) {
    const { Redactor } = redactpii as {
      readonly Redactor: new (options: object) => { redact(text: string): string };
    };
    const rules = { CREDIT_CARD: true, EMAIL: true, NAME: true, PHONE: true, SSN: true };
    const one = new Redactor({ rules });
    found.push({
      name: "@redactpii/node (5 types)",
      bar: 3,
      finds: ["CARD", "EMAIL", "PHONE", "US_SSN", "PERSON"],
      bytes: 16e6,
      run: (texts) => texts.map((text) => one.redact(text)),
    });
  }
  const redactPii = await load("redact-pii");
  if (redactPii !== undefined) {
    type Module = { readonly SyncRedactor: new () => { redact(text: string): string } };
    const module = ((redactPii as { readonly default?: Module }).default ?? redactPii) as Module;
    const one = new module.SyncRedactor();
    found.push({
      name: "redact-pii (12 types)",
      bar: 35,
      finds: [
        ...["CARD", "CARD_CODE", "EMAIL", "PHONE", "US_SSN", "IP", "ADDRESS", "POSTCODE"],
        ...["PERSON", "USERNAME", "PASSWORD", "URL_CREDENTIALS"],
      ],
      bytes: 4e6,
      run: (texts) => texts.map((text) => one.redact(text)),
    });
  }
  const openredaction = await load("@openredaction/openredaction");
  if (openredaction !== undefined) {
    const { OpenRedaction } = openredaction as {
      readonly OpenRedaction: new () => { detect(text: string): unknown };
    };
    const one = new OpenRedaction();
    found.push({
      name: "openredaction (563 patterns)",
      bar: 250,
      finds: undefined,
      bytes: 0.2e6,
      run: async (texts) => {
        for (const text of texts) await one.detect(text);
      },
    });
  }
  const core = await load("@secretlint/core");
  const preset = await load("@secretlint/secretlint-rule-preset-recommend");
  if (core !== undefined && preset !== undefined) {
    const { lintSource } = core as { readonly lintSource: (options: object) => Promise<unknown> };
    const rules = [{ id: "preset", rule: (preset as { readonly creator: object }).creator, options: {} }];
    found.push({
      name: "secretlint (recommended preset)",
      bar: 40,
      finds: ["secret"],
      bytes: 1e6,
      run: async (texts) => {
        for (const content of texts) {
          const source = { content, filePath: "a.txt", ext: ".txt", contentType: "text" };
          await lintSource({ source, options: { config: { rules } } });
        }
      },
    });
  }
  return found;
}

/** Patterns for what ripgrep is asked to count: about as many kinds as a small set of recognizers has. */
export const PATTERNS: readonly string[] = [
  "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
  "\\b(?:\\d[ -]?){13,19}\\b",
  "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b",
  "\\b\\d{3}-\\d{2}-\\d{4}\\b",
  "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b",
  "\\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b",
  "\\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\\b",
  "\\(\\d{3}\\) \\d{3}-\\d{4}",
  "\\+\\d{1,3}[ -]?\\d{2,4}[ -]?\\d{3,4}[ -]?\\d{3,4}",
  "\\b\\d{3}[.-]\\d{3}[.-]\\d{4}\\b",
  "\\b\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}\\b",
  "\\b\\d{8}[A-Z]\\b",
  "\\b[XYZ]\\d{7}[A-Z]\\b",
  "\\b[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]\\b",
  "\\b[A-Z]{2}\\d{6}[A-D]\\b",
  "\\b[A-Z]{5}\\d{4}[A-Z]\\b",
  "\\b\\d{6}-\\d{4}\\b",
  "\\b\\d{2}/\\d{2}/\\d{4}\\b",
  "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
  "\\bgithub_pat_[A-Za-z0-9_]{82}\\b",
  "\\bAKIA[A-Z2-7]{16}\\b",
  "\\bsk-[A-Za-z0-9_-]{20,}\\b",
  "\\bsk_live_[A-Za-z0-9]{24,}\\b",
  "\\bxox[abprs]-[A-Za-z0-9-]{10,}\\b",
  "\\bAIza[A-Za-z0-9_-]{35}\\b",
  "\\beyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+",
  "-----BEGIN [A-Z ]*PRIVATE KEY-----",
  "\\b(?:postgres|mysql|mongodb|redis)://[^\\s:]+:[^\\s@]+@",
  "\\bhttps?://[^\\s:/]+:[^\\s@/]+@",
  "(?i)\\b(?:password|passwd|pwd|secret|token)\\b[\"']?\\s*[:=]\\s*[\"']?\\S{6,}",
  "\\b\\d{1,5} [A-Z][a-z]+ (?:Street|Avenue|Road|Drive|Lane|Court)\\b",
  "\\b(?:Mr|Mrs|Ms|Dr)\\.? [A-Z][a-z]+\\b",
];

/** What they stand for, as types of ours. */
export const KINDS: readonly string[] = [
  ...["EMAIL", "CARD", "IBAN", "US_SSN", "IP", "MAC", "PHONE", "BR_CPF", "ES_DNI", "ES_NIE"],
  ...["IT_FISCAL_CODE", "UK_NINO", "IN_PAN", "SE_PERSONNUMMER", "DATE_OF_BIRTH", "API_KEY", "JWT"],
  ...["PRIVATE_KEY", "CONNECTION_STRING", "URL_CREDENTIALS", "PASSWORD", "ADDRESS"],
];

/** Seconds of CPU that ripgrep takes on one thread; undefined if it is not there. */
export function ripgrep(count: "-c" | "--count-matches", file: string, patterns: string): number | undefined {
  const args = ["-j1", "--no-unicode", count, "-f", patterns, file];
  const done = spawnSync("sh", ["-c", 'rg "$@" >/dev/null; times', "sh", ...args], { encoding: "utf8" });
  // `times` prints user and system of the shell, then of its children: 0m0.530s 0m0.010s.
  const [user, system] = (done.stdout.trim().split("\n").at(-1) ?? "").split(" ").map(secondsOf);
  return done.status === 0 && user !== undefined && system !== undefined && user > 0
    ? user + system
    : undefined;
}

function secondsOf(text: string): number {
  const [minutes = "0", seconds = "0"] = text.replace("s", "").split("m");
  return Number(minutes) * 60 + Number(seconds);
}
