/**
 * Words -> named values. Patterns are matched against a sentence in small letters, without markup, with
 * straight quotes. Gaps are bounded, so that every pattern is linear.
 */
export type Cues = readonly (readonly [value: string, pattern: string])[];

/** Whose data it is that is used. */
export const DATA_CUES: Cues = [
  [
    "conversations",
    "\\binputs?\\b|\\boutputs?\\b|\\bprompts?\\b|\\bconversations?\\b|\\bchats?\\b|\\binteractions? with\\b|\\bchat content|\\bsuggestions\\b(?! (for|to))|\\beingaben\\b|\\bunterhaltungen\\b",
  ],
  [
    "content",
    "\\b(your|user|customer|such|the|those|any|uploaded|use|repository|private) content\\b|\\bcontent you\\b|\\bcontent of (e-?mails|your)|\\bmaterials\\b|\\b(your|customer|business|shared|user|organi[sz]ation'?s?) data\\b|\\bcontent (to|for|in|from) |\\bcommunications\\b|\\bcontenus?\\b|\\bvos données\\b|\\bihre (daten|inhalte)\\b|\\bdata accessed from\\b",
  ],
  ["feedback", "\\bfeedback\\b|\\bthumbs[- ](up|down)\\b"],
  ["flagged", "\\bflagged\\b"],
  [
    "usage",
    "\\busage (data|information)\\b|\\bservice[- ]generated data\\b|\\btelemetry\\b|\\bactivity in our services\\b|\\bdiagnostic data\\b",
  ],
  [
    "public",
    "(?<!not )(?<!non-)\\bpublic(ly)?[- ](available|accessible|shared|sources?|internet|content|posts?)\\b|\\bopenly accessible\\b|\\bpublicly-shared\\b",
  ],
  ["third-party", "\\bthird[- ]party (content|sources?|partners|datasets?)\\b|\\bcommercial agreements\\b"],
  [
    "personal",
    "\\bpersonal (data|information)\\b|\\binformation about you\\b|\\byour information\\b|\\bdonnées (personnelles|à caractère personnel)\\b|\\bpersonenbezogene[nr]? daten\\b",
  ],
];

/** Left out where a more telling one is named beside it. */
export const VAGUE_DATA: readonly string[] = ["personal", "content"];

export const WHO_CUES: Cues = [
  [
    "free",
    "\\b(free|unpaid|no-cost) (subscription|plan|tier|account|user|service|version)s?\\b|\\bdoes not have a paid\\b|\\bfree of charge\\b",
  ],
  [
    "business",
    "\\bcustomer (content|data)\\b|\\b(your )?business data\\b|\\benterprise\\b|\\bbusiness (customers?|users?|plans?|accounts?)\\b|\\bcommercial (customers?|services|terms|users)\\b|\\bcustomer agreement\\b|\\bteam (plan|account)s?\\b",
  ],
  ["api", "\\bapi\\b"],
  [
    "education",
    "\\beducation(al)? (plan|customer|account|user)s?\\b|\\bstudents?'? accounts?\\b|\\bschools?\\b",
  ],
  ["paid", "\\bpaid (subscription|plan|tier|account|service)s?\\b"],
  ["consumers", "\\bconsumers?\\b|\\bindividual (users?|plans?|accounts?)\\b|\\bpersonal accounts?\\b"],
];

/** Of a document's title and first lines, where a sentence names no one. */
export const AUDIENCE_CUES: Cues = [
  [
    "business",
    "\\b(commercial|business|enterprise|customer|data processing|services) (terms|agreement|addendum|privacy)\\b|\\bbusiness data\\b|\\bterms of service - enterprise\\b",
  ],
  [
    "api",
    "\\bapi (terms|agreement|platform)\\b|\\b(developer|open platform) terms\\b|\\bterms of service api\\b",
  ],
  ["consumers", "\\bconsumer (terms|privacy|service)\\b"],
];

export const MODEL_CUES: Cues = [
  [
    "third-party",
    "\\bmodels? (and [a-z]+ )?of (our )?(affiliates|partners|third)|\\b(affiliates|third[- ]part(y|ies))'? (own )?(artificial intelligence |ai )?models?\\b|technologies of our affiliates|of [a-z]+ and (our|its) affiliates|third-party (ai )?model|by third-party collaborators|for their own independent purposes",
  ],
  [
    "safety",
    "\\btrust and safety\\b|\\bsafety (classifiers?|models?|systems)\\b|\\b(moderation|abuse[- ]detection|harm) (classifiers?|models?)\\b|\\binternal classification\\b",
  ],
  [
    "own",
    "\\byour (own )?(custom|fine-tuned|dedicated|private)( ai)? models?\\b|\\bcustomer'?s own models?\\b|\\bmodels? (used )?(only|solely|exclusively) (by|for) you\\b",
  ],
];

export const REGION_CUES: Cues = [
  ["AU", "\\baustralian?\\b"],
  ["BR", "\\bbrazil(ian)?\\b"],
  ["CA", "\\bcanad(a|ian)\\b"],
  ["CH", "\\b(switzerland|swiss|schweiz|suisse)\\b"],
  ["CN", "\\b(mainland )?china\\b"],
  ["EEA", "\\beuropean economic area\\b|\\beea\\b"],
  ["EU", "\\beu\\b|\\beuropean union\\b|\\beuropean region\\b"],
  ["GB", "\\bunited kingdom\\b|\\buk\\b"],
  ["IN", "\\bindia\\b"],
  ["JP", "\\bjapan\\b"],
  ["KR", "\\b(south|republic of) korea\\b"],
  ["NG", "\\bnigeria\\b"],
  ["US", "\\bunited states\\b|\\bu\\.s\\.(?=[ ,.])|\\bin the us\\b"],
  ["US-CA", "\\bcalifornia\\b"],
];
