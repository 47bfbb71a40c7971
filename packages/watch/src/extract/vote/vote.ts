import type { HealthSignal } from "../../health/signals.ts";
import type { Vote } from "../extracted.ts";
import { proseOf } from "./blocks.ts";
import type { Candidate } from "./candidate.ts";
import { shared, type WordBag, wordBag, wordF1 } from "./word-bag.ts";

/** Share of the best candidate's running text that another may lack and still hold the document. */
const MAY_LACK = 0.05;
/** Under this word F1 two extractors do not mean the same document. */
const AGREED = 0.9;

const SHORTEST_LINE = 5;
/** A longer one is more than a title and its dates. */
const LONGEST_LEAD = 400;

interface Rated {
  readonly candidate: Candidate;
  readonly bag: WordBag;
  readonly coverage: number;
}

/**
 * Of the candidates that hold the page's running text, the one with the fewest other words.
 *
 * Losing a clause is worse than keeping a menu: a menu is known by its later noise, a clause that was
 * never seen is not. So coverage comes first, and the body itself stands for what there is to cover.
 */
export function elect(candidates: readonly Candidate[]): {
  readonly markdown: string;
  readonly chosen: string;
  readonly votes: readonly Vote[];
  readonly signals: readonly HealthSignal[];
} {
  const prose = proseOf(candidates.find(({ extractor }) => extractor === "body")?.markdown ?? "");
  const rated = candidates.map((candidate): Rated => {
    const bag = wordBag(candidate.markdown);
    return { candidate, bag, coverage: prose.words === 0 ? 1 : shared(bag, prose) / prose.words };
  });
  // The body is what is left when a page marks no main part; beside one it is not an opinion.
  const hasMain = rated.some(({ candidate }) => candidate.extractor === "main");
  const voters = rated.filter(({ candidate }) => !(hasMain && candidate.extractor === "body"));
  const best = Math.max(...voters.map(({ coverage }) => coverage));
  const whole = voters.filter(({ coverage, bag }) => bag.words > 0 && coverage >= best * (1 - MAY_LACK));
  const winner = whole.reduce<Rated | undefined>(
    (least, one) => (least === undefined || one.bag.words < least.bag.words ? one : least),
    undefined,
  );
  const votes = voters.map((one) => voteOf(one, voters));
  return {
    markdown: withLead(winner?.candidate.markdown ?? "", candidates),
    chosen: winner?.candidate.extractor ?? "none",
    votes,
    signals: disagreement(voters),
  };
}

/** What stands above the first line of the winner on the page: a title and its date, which some leave out. */
function withLead(markdown: string, candidates: readonly Candidate[]): string {
  const first = markdown.split("\n", 1)[0]?.trim() ?? "";
  const main = candidates.find(({ extractor }) => extractor === "main")?.markdown;
  if (main === undefined || first.length < SHORTEST_LINE) return markdown;
  const lines = main.split("\n");
  const at = lines.findIndex((line) => line.trim() === first);
  const lead = lines.slice(0, Math.max(at, 0)).join("\n").trim();
  const isText = lead !== "" && lead.length <= LONGEST_LEAD && !lead.includes("](");
  return isText ? `${lead}\n\n${markdown}` : markdown;
}

function voteOf({ candidate, bag, coverage }: Rated, voters: readonly Rated[]): Vote {
  const others = voters.filter((other) => other.candidate !== candidate);
  const sum = others.reduce((total, other) => total + wordF1(bag, other.bag), 0);
  return {
    extractor: candidate.extractor,
    words: bag.words,
    agreement: others.length === 0 ? 1 : sum / others.length,
    coverage,
  };
}

function disagreement(voters: readonly Rated[]): readonly HealthSignal[] {
  let worst = 1;
  for (const [at, one] of voters.entries()) {
    for (const other of voters.slice(at + 1)) worst = Math.min(worst, wordF1(one.bag, other.bag));
  }
  if (worst >= AGREED) return [];
  const sizes = voters.map(({ candidate, bag }) => `${candidate.extractor} ${bag.words} words`).join(", ");
  return [{ signal: "extractors-disagree", reason: `word F1 ${worst.toFixed(2)}: ${sizes}` }];
}
