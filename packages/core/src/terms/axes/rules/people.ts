/** Sentence -> **children**, regional scope, contracting entity */
import { REGION_CUES } from "../data/subjects.ts";
import type { Sentence } from "../sentence.ts";
import { allCues, firstCue } from "./cues.ts";
import { type Finding, finding } from "./finding.ts";

const AGE =
  /\b(?:at least|under(?: the age of)?|over(?: the age of)?|age of|minimum age(?: is| of)?|older than|younger than|below)\s(?:\w+\s\()?(\d{1,2})\)?\b(?!\s?(?:days|months|hours|%|minutes|percent|business))|\b(\d{1,2}) (?:years (?:old|of age)|or older|and over)\b/gu;
const IS_AGE = /\b(age|years|old|older|children|child|minors?|under|younger)\b/u;
const YOUNGEST = 10;
const OLDEST = 21;

export function childrenRule({ text }: Sentence): readonly Finding[] {
  if (
    !IS_AGE.test(text) ||
    !/\b(you|users?|children|child|minors?|individuals|persons?|anyone|services?|account)\b/u.test(text)
  )
    return [];
  const ages = new Set<number>();
  for (const match of text.matchAll(AGE)) ages.add(Number(match[1] ?? match[2]));
  return [...ages]
    .filter((age) => age >= YOUNGEST && age <= OLDEST)
    .map((minimumAge) => finding("children", { minimumAge, regions: regionsOf(text) }, 0.8));
}

const SUPPLEMENT =
  /\b(located|resid(e|ent|ing)|live|based) in\b[^.;]{0,80}\b(privacy notice|supplement|section|addendum|disclosures?|notice|terms?)\b[^.;]{0,40}\b(appl(y|ies)|below)\b/u;

export function regionRule({ text }: Sentence): readonly Finding[] {
  if (!SUPPLEMENT.test(text)) return [];
  const regions = regionsOf(text);
  return regions === undefined ? [] : [finding("scope", { covers: "supplement", regions }, 0.75)];
}

const SUFFIX =
  "(?:Inc\\.?|Ltd\\.?|LLC|L\\.L\\.C\\.|Limited|PBC|GmbH|B\\.V\\.|S\\.A\\.S\\.?|SAS|SARL|SE|AG|Corp\\.?|Corporation|PLC|plc|Pte\\.?|S\\.A\\.|Unlimited Company)";
const NAME = new RegExp(`((?:\\p{Lu}[\\p{L}\\p{N}&.'-]{0,30},? ){1,5}?${SUFFIX})(?![\\p{L}])`, "u");
const REPRESENTED = /\b(?:from|is|are)\s((?:\p{Lu}[\p{L}\p{N}&.-]{0,30}\s?){1,4})(?:\(|,)/u;
const ROLE_CUES = [
  ["representative", "\\brepresentative\\b|\\bcompetent authorities\\b|\\bdigital services act\\b"],
  ["controller", "\\b(data )?controllers?\\b|\\bresponsible for (processing|your)\\b"],
  [
    "contract",
    "\\b(agreement|contract(ing)?|terms)\\b[^.;]{0,60}\\b(with|between|by and between)\\b|\\bmeans\\b|\\boperated by\\b|\\bprovided by\\b",
  ],
] as const;
const LONGEST = 700;

export function entityRule({ said, text, lead }: Sentence): readonly Finding[] {
  if (text.length > LONGEST) return [];
  const role = firstCue(ROLE_CUES, text) ?? firstCue(ROLE_CUES, lead);
  if (role === undefined) return [];
  const isContract = /\b(agreement|contract|agreeing)\b/u.test(text);
  const isEntity = role !== "contract" || isContract;
  const name = NAME.exec(said)?.[1] ?? (role === "representative" ? REPRESENTED.exec(said)?.[1] : undefined);
  if (name === undefined || !isEntity) return [];
  return [finding("contracting-entity", { name: trimmed(name), role, regions: regionsOf(text) }, 0.75)];
}

/** Words that open a sentence are no part of a name. */
function trimmed(name: string): string {
  return name
    .replace(/^(?:If|The|This|These|By|With|Our|For|Agreement|Terms|You|In|And|Between|Services?)\s+/u, "")
    .trim();
}

function regionsOf(text: string): string | undefined {
  const regions = allCues(REGION_CUES, text);
  return regions.length === 0 ? undefined : regions.join(",");
}
