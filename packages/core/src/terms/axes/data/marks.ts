/** Axes on which a clause is read by what it names: one row says when, and which table names the value. */
import type { Axis, AxisValues } from "../axis.ts";
import {
  AUTHORITY_CUES,
  COLLECTED_CUES,
  COMMERCIAL_CUES,
  EXEMPT_CUES,
  OTHER_CUES,
  RECIPIENT_CUES,
  SHARED_DATA_CUES,
  SHARED_FOR_CUES,
} from "./recipients.ts";
import { type Cues, DATA_CUES } from "./subjects.ts";

export interface Mark {
  readonly axis: Axis;
  /** In the sentence, and where given in the sentence with its lead-in and headings. */
  readonly when: string;
  readonly around?: string;
  readonly not?: string;
  /** Sets `applies: false` if it is denied; otherwise a denied sentence gives no fact. */
  readonly isDeniable?: boolean;
  /** Denials do not matter. */
  readonly isAny?: boolean;
  readonly values: AxisValues;
  /** One fact for each value named. None named: no fact. */
  readonly each?: readonly [field: string, cues: Cues];
  /** Added if named. */
  readonly first?: readonly (readonly [field: string, cues: Cues])[];
  readonly confidence: number;
}

const DISCLOSE =
  "\\b(shar(e|es|ed|ing)|disclos(e|es|ed|ing|ure)|transfer(s|red)?|provid(e|es|ed)[^.;]{0,40}\\b(data|information)|sell|sold)\\b";
const DATA = "\\b(data|information|content|inputs?|conversations?|profile)\\b";

export const MARKS: readonly Mark[] = [
  {
    axis: "sharing",
    when: '\\b(not|never|n\'t)\\b[^.;]{0,20}["]?sell["]?\\b[^.;]{0,60}\\b(data|information|content|it)\\b',
    values: { sale: "no" },
    isAny: true,
    confidence: 0.9,
  },
  {
    axis: "sharing",
    when: "\\b(we|may|also) sell (your|personal|user)\\b[^.;]{0,30}\\b(data|information|content)",
    values: { sale: "yes" },
    confidence: 0.8,
  },
  {
    axis: "sharing",
    when: DISCLOSE,
    around: `${DATA}[^]{0,400}${DISCLOSE}|${DISCLOSE}[^]{0,400}${DATA}`,
    not: "\\b(you|customer|users?) (may|will|shall|must|agree|can|choose|share)\\b[^.;]{0,30}\\b(shar|disclos|provid|transfer)|\\breceive|\\bgovernment(al)? id|\\bsell\\b",
    values: {},
    each: ["with", RECIPIENT_CUES],
    first: [
      ["for", SHARED_FOR_CUES],
      ["data", SHARED_DATA_CUES],
    ],
    isDeniable: true,
    confidence: 0.75,
  },
  {
    axis: "law-enforcement",
    when: "\\b(law enforcement|government(al)?|public authorit(y|ies)|competent authorities|court orders?|subpoenas?|legal process|regulators?|national security|judicial)\\b",
    around: "\\b(disclos|shar(e|ing)|provid|respond|comply|report|hand over|preserve|transfer)",
    not: "\\b(lodge|complain|governed|jurisdiction|arbitrat|export|government id|representative|government-issued|contact details)\\b",
    values: {},
    each: ["with", AUTHORITY_CUES],
    first: [
      [
        "when",
        [
          ["emergency", "\\b(emergenc|imminent|danger|serious harm|death)"],
          ["good-faith", "\\bgood[- ]faith\\b|\\breasonably believe"],
          ["required", "\\b(required|comply|compelled|legal obligation|in response to)\\b"],
        ],
      ],
    ],
    isDeniable: false,
    confidence: 0.7,
  },
  {
    axis: "personalisation",
    when: "\\b(personali[sz]|tailor|targeted|interest-based|relevant) ?[^.;]{0,50}\\b(ads?|advertis|marketing|offers)|\\b(ads?|advertis[a-z]+)\\b[^.;]{0,60}\\b(personali[sz]|targeted|tailor|relevant|interests)",
    not: "\\b(opt[- ]?out|choose not|turn off|object)\\b",
    values: { of: "advertising" },
    first: [
      [
        "data",
        [
          ["conversations", "\\b(conversations?|chats?|prompts?|interactions with ai)\\b"],
          ["affiliates", "\\baffiliates?\\b"],
        ],
      ],
    ],
    isDeniable: true,
    confidence: 0.7,
  },
  {
    axis: "personalisation",
    when: "\\b(advertising services|used for advertising)\\b",
    around: "\\b(personal (data|information)|your (data|information)|information you provide)\\b",
    values: { of: "advertising" },
    first: [["data", [["affiliates", "\\baffiliates?\\b"]]]],
    isDeniable: true,
    confidence: 0.65,
  },
  {
    axis: "personalisation",
    when: "\\b(personali[sz]e|tailor|customi[sz]e)\\b[^.;]{0,60}\\b(experience|content|feed|services?|recommendations|responses)",
    around: "\\b(we|us|our)\\b",
    not: "\\byou (can|may) (personali|customi)",
    values: { of: "content" },
    isDeniable: true,
    confidence: 0.65,
  },
  {
    axis: "personalisation",
    when: "\\bprofiling\\b|\\b(build|create|infer)[^.;]{0,30}\\b(profile|interests)\\b",
    not: "\\b(object|right to|right not)\\b",
    values: { of: "profiling" },
    isDeniable: true,
    confidence: 0.6,
  },
  {
    axis: "data-collected",
    when: "\\b(we|us)\\b[^.;]{0,40}\\b(collect|receive|obtain|gather)s?\\b",
    not: "\\b(payment from|children|under the age|request|train (our|its)|notice)\\b",
    values: {},
    each: ["data", COLLECTED_CUES],
    isDeniable: true,
    confidence: 0.7,
  },
  {
    axis: "data-collected",
    when: "\\b(information|data|identifiers?|address|name|cookies|files?|content)\\b",
    around: "\\b(we|us|automatically)\\b[^.;]{0,60}\\b(collect|receive|obtain)[^.;]{0,120}(:|following)",
    not: "\\b(we use|to (provide|improve)|how we may use it)\\b",
    values: {},
    each: ["data", COLLECTED_CUES],
    confidence: 0.6,
  },
  {
    axis: "anonymisation",
    when: "\\banonymi[sz](e|es|ed|ing|ation)\\b|\\bconvert[^.;]{0,30}\\banonymous",
    not: "\\b(right to|you (may|must|shall|have))\\b",
    values: { how: "anonymised" },
    first: [
      ["data", DATA_CUES],
      [
        "use",
        [
          ["training", "\\btrain(ing)?\\b"],
          ["after-retention", "\\bno longer (required|needed|necessary)|retention"],
          ["sharing", "\\bshare\\b"],
          ["research", "\\b(research|analy)"],
        ],
      ],
    ],
    isDeniable: true,
    confidence: 0.7,
  },
  {
    axis: "anonymisation",
    when: "\\bde-?identif(y|ies|ied|ication|ying)\\b|\\bdisassociate",
    not: "\\b(right to|you (may|must|shall|have))\\b",
    values: { how: "de-identified" },
    first: [
      ["data", DATA_CUES],
      [
        "use",
        [
          ["training", "\\btrain(ing)?\\b"],
          ["sharing", "\\bshare\\b"],
          ["research", "\\b(research|analy)"],
        ],
      ],
    ],
    isDeniable: true,
    confidence: 0.7,
  },
  {
    axis: "anonymisation",
    when: "\\bpseudonymi[sz]",
    not: "\\b(right to|you (may|must|shall|have))\\b",
    values: { how: "pseudonymised" },
    first: [["data", DATA_CUES]],
    isDeniable: true,
    confidence: 0.65,
  },
  {
    axis: "anonymisation",
    when: "\\b(we|may|also|in an?) (also )?aggregated?\\b",
    not: "\\b(de-?identif|anonymi|aggregate liability)",
    values: { how: "aggregated" },
    first: [["data", DATA_CUES]],
    isDeniable: true,
    confidence: 0.6,
  },
  {
    axis: "human-review",
    when: "\\b(human|manual(ly)?)\\b[^.;]{0,30}\\breview|\\breviewed by (humans?|people|trained|our (team|staff|personnel))|\\b(reviewers|annotators|(our |authori[sz]ed |trained )(employees|personnel|staff|team))\\b[^.;]{0,60}\\b(read|review|view|access|see|label)\\b[^.;]{0,60}\\b(conversations?|chats?|content|inputs?|outputs?|prompts?|data|feedback)\\b",
    not: "\\b(human review of (the )?output|you (should|must|may|are)|decisions?|without human|right to|evaluate output)",
    values: {},
    first: [
      [
        "who",
        [
          ["contractors", "\\b(contractors?|service providers|third[- ]part|vendors)"],
          ["staff", "\\b(employees|staff|personnel|our team)"],
          ["people", "\\b(human|people|reviewers|manual)"],
        ],
      ],
      [
        "when",
        [
          ["safety", "\\b(abuse|safety|harm|violat|security|misuse|flagged)"],
          ["training", "\\b(train|improve|accuracy)"],
          ["support", "\\bsupport\\b"],
          ["feedback", "\\bfeedback\\b"],
          ["legal", "\\blegal\\b"],
        ],
      ],
    ],
    isDeniable: true,
    confidence: 0.75,
  },
  {
    axis: "safety-feedback",
    when: "\\b(your|such|any|that|the|submitted) feedback\\b[^.;]{0,120}|\\bfeedback\\b[^.;]{0,60}\\b(we|us)\\b",
    around: "\\b(may|can|will|to|right to)\\b[^.;]{0,20}\\b(use|act on)",
    not: "\\btrain",
    values: { data: "feedback", use: "improvement" },
    confidence: 0.65,
  },
  {
    axis: "safety-feedback",
    when: "\\b(monitor|detect|scan|review|classif)[a-z]*\\b[^.;]{0,80}\\b(abuse|misuse|violations?|breach|harmful content|prohibited content)",
    not: "\\b(you (must|shall|may|will|agree)|customer (must|shall|will))\\b|\\btrain",
    values: { data: "flagged", use: "enforcement" },
    confidence: 0.65,
  },
  {
    axis: "scope",
    when: "\\b(does|do|will|shall)( not|n't) (apply|cover|extend)\\b[^.;]{0,20}\\b(to|where|when|any|in|if)?",
    around: "\\b(policy|terms|agreement|notice|statement|provisions?|section)\\b",
    not: "\\b(limitation|liability|law of|laws|conflict|disclaimer|exclusion|opt-out|vienna|uniform|convention|warrant)",
    values: {},
    each: ["exempts", EXEMPT_CUES],
    isAny: true,
    confidence: 0.75,
  },
  {
    axis: "scope",
    when: "\\bunless [^.;]{0,120}\\b(customer agreement|volume licen[cs]ing|enterprise agreement)\\b",
    values: { exempts: "business" },
    isAny: true,
    confidence: 0.7,
  },
  {
    axis: "commercial-rules",
    when: "\\b(refund|renew|pric|fees|cancel|change your mind|free trial|expire|taxes|overdue|past due|late|advertis)",
    not: "\\b(personal (data|information)|cookies?|personali|your information|targeted|policy notice)\\b",
    values: {},
    each: ["what", COMMERCIAL_CUES],
    isAny: true,
    confidence: 0.65,
  },
  {
    axis: "other",
    when: "\\b(arbitrat|class|jury|liab|as[- ]is|warrant|governed|govern|jurisdiction|venue|courts?|indemnif|terminate|suspend|grants?)",
    values: {},
    each: ["topic", OTHER_CUES],
    isAny: true,
    confidence: 0.65,
  },
];
