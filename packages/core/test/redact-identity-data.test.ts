/**
 * Identity numbers on public test data that lies beside the checkout, where it does: synthetic texts of
 * presidio-research and the cases of Presidio's own recognizers. Without the data nothing is tested.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { find, RECOGNIZERS, Scanner } from "../src/redact/index.ts";

const DATA = join(import.meta.dirname, "../../../../shared/data/pii");
const SYNTHETIC = join(DATA, "presidio-research/synth_dataset_v2.json");
const CASES = join(DATA, "presidio/recognizer_cases.jsonl");
const THRESHOLD = 0.5;

interface Sample {
  readonly full_text: string;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
}

interface Case {
  readonly recognizer: string;
  readonly text: string;
  readonly expected_len: number | null;
}

const scanner = new Scanner(RECOGNIZERS);

describe.skipIf(!existsSync(SYNTHETIC))("presidio-research, if the data is there", () => {
  it("finds every US_SSN, and no other", () => {
    const samples = JSON.parse(readFileSync(SYNTHETIC, "utf8")) as readonly Sample[];
    const wanted: string[] = [];
    const found: string[] = [];
    for (const [index, { full_text: text, spans }] of samples.entries()) {
      for (const { entity_type, start_position, end_position } of spans) {
        if (entity_type === "US_SSN") wanted.push(`${index}: ${text.slice(start_position, end_position)}`);
      }
      for (const { type, start, end } of find(scanner, text, THRESHOLD)) {
        if (type === "US_SSN") found.push(`${index}: ${text.slice(start, end)}`);
      }
    }
    expect(wanted.length).toBeGreaterThan(0);
    expect(found).toEqual(wanted);
  });
});

/** Recognizers of ours that stand for one of Presidio's, where the check digits decide alone. */
const CHECKED: Readonly<Record<string, string>> = {
  au_abn_recognizer: "au-abn",
  ca_sin_recognizer: "ca-sin",
  de_social_security_recognizer: "de-social-security",
  es_nie_recognizer: "es-nie",
  es_nif_recognizer: "es-dni",
  fi_personal_identity_code_recognizer: "fi-hetu",
  in_aadhaar_recognizer: "in-aadhaar",
  it_fiscal_code_recognizer: "it-fiscal-code",
  kr_brn_recognizer: "kr-brn",
  pl_pesel_recognizer: "pl-pesel",
  se_personnummer_recognizer: "se-personnummer",
  th_tnin_recognizer: "th-tnin",
  tr_national_id_recognizer: "tr-tckn",
  uk_nino_recognizer: "uk-nino",
  us_mbi_recognizer: "us-mbi",
  za_id_number_recognizer: "za-id",
};

describe.skipIf(!existsSync(CASES))("Presidio's cases, if the data is there", () => {
  const cases = existsSync(CASES)
    ? readFileSync(CASES, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Case)
    : [];

  it.each(Object.entries(CHECKED))("%s", (theirs, ours) => {
    const recognizer = RECOGNIZERS.find(({ name }) => name === ours);
    const alone = new Scanner(recognizer === undefined ? [] : [recognizer]);
    const rows = cases.filter((row) => row.recognizer === theirs && row.expected_len !== null);
    expect(rows.length).toBeGreaterThan(0);
    // What has no word beside it may score low: Presidio's own cases take any score.
    expect(rows.map(({ text }) => [text, find(alone, text).length])).toEqual(
      rows.map(({ text, expected_len }) => [text, expected_len]),
    );
  });
});
