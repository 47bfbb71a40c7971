export { AXES, type Axis, type AxisFact, type AxisValues } from "./axes/axis.ts";
export { axisFacts } from "./axes/facts.ts";
export { classify } from "./axes/model/classify.ts";
export type { Judgement as ClauseJudgement, Polarity } from "./axes/model/judge.ts";
export { AXIS_VALUES, type ValueSet } from "./axes/values.ts";
export { changeOf, changeOfProvisions } from "./change/change.ts";
export { directionOfAll } from "./change/direction.ts";
export {
  type AxisChange,
  type ChangeClocks,
  DIRECTIONS,
  type Direction,
  IMPACT_LEVELS,
  type Impact,
  type ImpactLevel,
  type NoticeCheck,
  type RegulationTouched,
  type TermsChange,
} from "./change/terms-change.ts";
export { type DocumentName, printDocument, type Version } from "./document.ts";
export type { Claim } from "./news/claim.ts";
export { claimsOf, isNamed } from "./news/claims.ts";
export { type Hype, hypeOf } from "./news/hype.ts";
export type { NewsItem } from "./news/news-item.ts";
export { disagreements, isAgreed, placeOf, type WithheldReason, weighFact } from "./news/opinion.ts";
export { canonicalUrl, onceEach } from "./news/same-news.ts";
export { verdictOf } from "./news/verdict.ts";
export type { ArchivedDocument, ArticleVerdict, ClaimVerdict, Evidence } from "./news/verdict-of-article.ts";
export { type Anchor, anchor } from "./provisions/anchor.ts";
export { follow } from "./provisions/follow.ts";
export { FATES, type Fate, type Provision, type Succession } from "./provisions/provision.ts";
export { split } from "./provisions/split.ts";
export { type ChangedWords, wordsChanged } from "./provisions/words-changed.ts";
export { canonicalOf } from "./quiet/canonical.ts";
export { type Judgement, judge } from "./quiet/judge.ts";
export { type Judged, RECORD_CLASSES, type RecordClass, type Standing } from "./quiet/judged.ts";
export { settled } from "./quiet/settle.ts";
export type { QuietState } from "./quiet/state.ts";
export { type Draft, draftPolicy, type WatchedDocument } from "./rules/draft.ts";
export { staleRules } from "./rules/stale.ts";
export type { SectionStanding, StaleRules } from "./rules/standing.ts";
