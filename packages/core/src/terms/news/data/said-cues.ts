/**
 * Patterns of what articles say and the axes do not read: small letters, no markup, bounded gaps. Terms are
 * read by the same patterns.
 */
import type { NewsSubject } from "../claim.ts";

export interface SaidCue {
  readonly subject:
    | NewsSubject
    | "training-use"
    | "choice"
    | "sharing"
    | "opt-out-reach"
    | "exceptions"
    | "scope"
    | "retention";
  readonly values: Readonly<Record<string, string>>;
  /** All must be found in the sentence. */
  readonly all: readonly string[];
  /** None may be. */
  readonly none?: readonly string[];
  /** In the words of articles only: terms are read more closely by the axes. */
  readonly isPressOnly?: boolean;
}

const SILENT =
  "\\b(do(es|ing)? nothing|did nothing|inaction|silence|silent|no (action|response|choice|answer|selection)|(do|does|did|have|has|had)(n't| not) (respond(ed)?|chosen|acted|selected|decided|answered|choose|act|select|decide|answer|object|opt[- ]out|make a (choice|selection))|fail(s|ed|ing|ure)? to (respond|choose|act|select|decide|opt[- ]out|make)|without (choosing|responding|a response|a choice)|ignor(e|es|ed|ing) (the|this|it)|miss(es|ed|ing)? the deadline)\\b";
const CONSENT =
  "\\b(consent(ed|ing|s)?|agree(d|ing|ment|s)?|accept(ed|ance|s)?|opt(ed)?[- ]in|automatically (apply|applies|enrol|opt|includ|be)|apply automatically|enrol+ed)\\b";
const GATE =
  "\\b(must|need to|have to|has to|required to|you'll need to|will need to)\\b[^.;]{0,60}\\b(choose|select|selection|choice|decide|accept)\\b[^.;]{0,60}\\b(continue|keep using|access|go on)\\b";
const FLAGGED = "\\b(flagged|safety review|trust and safety review|safety[- ]flag)";
const TRAIN = "\\b(train(ed|ing|s)?|model improvement|improv(e|ing) (its|our|the|their) models?)\\b";
const OPTED_OUT =
  "\\b(opt(s|ed|ing)?[- ]?out|opted-out|turn(s|ed|ing)?( \\w+){0,4} off|switch(es|ed|ing)?( \\w+){0,4} off|disabl(e|es|ed|ing))\\b";
const SWITCH = "\\b(toggle|switch|slider|setting|checkbox|box|button)\\b";
const EARLIER =
  "\\b(old(er)?|past|previous(ly)?|existing|earlier|prior|historical|already stored|stored)( \\w+){0,2} (chats?|conversations?|sessions?|data|threads?|messages|inputs|materials|content)\\b";
const NOT = "\\b(not|n't|never|no longer|exclud(e|ed|es|ing)|left out|exempt)\\b";
const BUSINESS =
  "\\b(business|enterprise|commercial|team|work|education|government|gov)( \\w+){0,3} (customers?|users?|plans?|accounts?|products?|services?|tiers?|versions?|editions?)\\b|\\b(claude|chatgpt) for (work|education)\\b|\\bcommercial terms\\b";
const EXEMPT =
  "\\b(exempt(ed)?|not affected|unaffected|excluded|(do|does|will)(n't| not) (apply|affect|cover|extend))\\b";
const KEEP = "\\b(kept|keep|keeps|retain(s|ed)?|retention|stor(e|es|ed|age)|hold|held|sav(e|es|ed))\\b";

const UNLESS_OUT = "\\bunless\\b[^.;]{0,40}\\bopt(s|ed|ing)?[- ]?out";
const TRAINS_ON =
  "\\btrain(s|ed|ing)?\\b[^.;]{0,30}\\bon( \\w+){0,3} (chats?|conversations?|prompts?|inputs)\\b|\\bus(e|es|ed|ing)\\b[^.;]{0,20}\\b(chats?|conversations?|prompts?)\\b[^.;]{0,20}\\b(to|for) (model )?(train|improv)";

export const SAID: readonly SaidCue[] = [
  {
    subject: "training-use",
    values: { use: "permitted", data: "conversations", unless: "opt-out" },
    all: [TRAINS_ON, UNLESS_OUT],
    none: [NOT, BUSINESS],
    isPressOnly: true,
  },
  {
    subject: "training-use",
    values: { use: "permitted", data: "conversations" },
    all: [TRAINS_ON],
    none: [NOT, BUSINESS, UNLESS_OUT, OPTED_OUT, "\\b(if|only|whether|could|might|want(s|ed)?)\\b"],
    isPressOnly: true,
  },
  {
    subject: "training-use",
    values: { use: "not-permitted", data: "conversations" },
    all: [TRAINS_ON, NOT],
    none: [BUSINESS, "\\b(if|unless|only|whether|until)\\b", OPTED_OUT],
    isPressOnly: true,
  },
  {
    subject: "training-use",
    values: { use: "not-permitted", data: "content", who: "business" },
    all: [
      BUSINESS,
      "\\b(data|content|chats?|conversations?|inputs)\\b",
      TRAIN,
      "\\b(not|n't|never)( \\w+){0,2} (be )?(us(e|ed)|train)",
    ],
    none: ["\\b(if|unless|only|whether|until)\\b"],
    isPressOnly: true,
  },
  {
    subject: "sharing",
    values: { sale: "yes" },
    all: ["\\bsells?\\b[^.;]{0,40}\\b(data|information|chats?|conversations?)\\b"],
    none: [NOT, "\\b(if|unless|whether|could|might)\\b"],
    isPressOnly: true,
  },
  {
    subject: "silence",
    values: { means: "consent" },
    all: [SILENT, CONSENT],
    none: [GATE, "\\b(not|n't|never)( \\w+){0,2} (be )?(consent|count|mean|taken|treated|assum)"],
  },
  {
    subject: "silence",
    values: { means: "no-consent" },
    all: [SILENT, "\\b(not|n't|never)( \\w+){0,2} (be )?(consent|count|mean|taken|treated|assum)"],
  },
  { subject: "silence", values: { means: "choice-required" }, all: [GATE] },
  {
    subject: "switch-position",
    values: { is: "on" },
    all: [
      SWITCH,
      "\\b(set|pre-?set|default(s|ed)?|automatically|preselected|pre-?checked|switched|turned)\\b[^.;]{0,40}\\b['\"]?on\\b|\\bon by default\\b|\\bdefaults? to ['\"]?on\\b|\\b(pre-?checked|pre-?ticked|preselected)\\b",
    ],
  },
  {
    subject: "switch-position",
    values: { is: "off" },
    all: [
      SWITCH,
      "\\b(set|pre-?set|default(s|ed)?|automatically)\\b[^.;]{0,40}\\b['\"]?off\\b|\\boff by default\\b",
    ],
  },
  {
    subject: "earlier-data",
    values: { is: "included" },
    all: ["\\bretroactive(ly)?\\b"],
    none: ["\\b(not|n't|never)( \\w+){0,3} retroactive"],
  },
  {
    subject: "earlier-data",
    values: { is: "excluded" },
    all: ["\\b(not|n't|never)( \\w+){0,3} retroactive"],
  },
  {
    subject: "earlier-data",
    values: { is: "excluded" },
    all: [
      EARLIER,
      TRAIN,
      NOT,
      "\\b(no|without|unless)( \\w+){0,3} (activity|resum|revisit|reopen|continu)|\\b(un(less|til) (you|they|users?|it)|not) (are |is )?(resum|revisit|reopen|continu)",
    ],
  },
  {
    subject: "opt-out-reach",
    values: { reach: "stored" },
    all: [
      `${OPTED_OUT}|\\bstop using\\b`,
      EARLIER,
      "\\b(also|too|stop(s|ped)?|no longer|remov(e|es|ed)|exclud(e|es|ed)|not be used|future (model )?training)\\b",
    ],
    none: [
      "\\bonly (affects?|applies|reaches|covers|(to|for)) (new|future)|\\b(not|n't)( \\w+){0,2} (affect|apply|reach|cover|remove)",
    ],
  },
  {
    subject: "opt-out-reach",
    values: { reach: "prospective" },
    all: [
      OPTED_OUT,
      "\\bonly( \\w+){0,3} (new|future|later)\\b|\\b(not|n't)( \\w+){0,2} (affect|apply to|reach|cover|remove|undo)( \\w+){0,3} (already|previous|past|existing|old|earlier|stored)|\\bfrom that (point|moment) (on|forward)\\b|\\bgoing forward only\\b",
    ],
  },
  {
    subject: "archiving",
    values: { is: "protects" },
    all: [
      "\\barchiv(e|es|ed|ing)\\b",
      "\\b(chats?|threads?|conversations?|sessions?)\\b",
      "\\b(before|prevent|protect|keep|avoid|exclud|not be used|stop|delete or archive|archive or delete)",
    ],
    none: ["\\b(not|n't|no)( \\w+){0,2} (protect|prevent|effect|exclude|stop|help)"],
  },
  {
    subject: "archiving",
    values: { is: "no-effect" },
    all: [
      "\\barchiv(e|es|ed|ing)\\b",
      "\\b(chats?|threads?|conversations?|sessions?)\\b",
      "\\b(not|n't|no)( \\w+){0,2} (protect|prevent|effect|exclude|stop|help)",
    ],
  },
  {
    subject: "flagged-use",
    values: { for: "any" },
    all: [
      FLAGGED,
      TRAIN,
      "\\b(any|all|every|general|unrestricted|unlimited|whatever)( \\w+){0,2} (purposes?|models?|training|reasons?)\\b",
    ],
  },
  {
    subject: "flagged-use",
    values: { for: "safety" },
    all: [
      FLAGGED,
      "\\b(detect|enforce|safety research|safety classifiers?|trust and safety (models?|team|internal)|harmful content)\\b",
      `${TRAIN}|\\buse\\b`,
    ],
  },
  {
    subject: "exceptions",
    values: { to: "training-opt-out", what: "safety-flagged" },
    all: [
      FLAGGED,
      `${TRAIN}|\\bused?\\b`,
      `\\b(even|still|regardless|despite|whether or not)\\b[^.;]{0,80}${OPTED_OUT}|${OPTED_OUT}[^.;]{0,80}\\b(still|anyway|regardless)\\b`,
    ],
  },
  {
    subject: "exceptions",
    values: { to: "training-opt-out", what: "feedback" },
    all: [
      "\\b(feedback|thumbs[- ](up|down)|rat(e|ed|ing) (a|the) (reply|response|answer))\\b",
      `${TRAIN}|\\bused?\\b`,
      `\\b(even|still|regardless|despite|whether or not)\\b[^.;]{0,80}${OPTED_OUT}|${OPTED_OUT}[^.;]{0,80}\\b(still|anyway|regardless)\\b`,
    ],
  },
  {
    subject: "exceptions",
    values: { to: "training-opt-out", what: "none" },
    all: [
      OPTED_OUT,
      "\\b(no|without( any)?|zero) exceptions?\\b|\\b(stops?|ends?|prevents?|blocks?) all (training|use)\\b|\\b(none|nothing)( \\w+){0,4} (is|will be) (ever )?used\\b",
    ],
  },
  {
    subject: "training-use",
    values: { use: "permitted", data: "conversations", unless: "opt-out" },
    all: [
      "\\b(chats?|conversations?|prompts?|coding sessions?)\\b[^.;]{0,60}\\b(are|is|be|being|get) used\\b[^.;]{0,40}\\btrain",
      "\\bunless\\b[^.;]{0,40}\\bopt(s|ed|ing)?[- ]?out",
    ],
    none: ["\\b(not|n't|never)( \\w+){0,2} (be )?used\\b"],
  },
  {
    subject: "choice",
    values: { of: "training", form: "opt-in" },
    all: [
      "\\bopt(ed|s)?[- ]in(to)?\\b|\\bonly( \\w+){0,2} (if|when|where|with) (you|users?|they|their|your)\\b[^.;]{0,20}\\b(choos|chose|agree|allow|consent|permission|permit)",
      `${TRAIN}|\\bused\\b`,
    ],
    none: ["\\bopt(s|ed|ing)?[- ]?out\\b|\\bunless\\b", SILENT, KEEP],
  },
  { subject: "scope", values: { exempts: "business" }, all: [BUSINESS, EXEMPT] },
  { subject: "scope", values: { exempts: "api" }, all: ["\\bapi\\b", EXEMPT] },
  {
    subject: "training-sources",
    values: { are: "synthetic-only" },
    all: [
      "\\b(only|purely|solely|exclusively|entirely)( \\w+){0,3} synthetic\\b|\\bsynthetic data (only|alone)\\b",
      TRAIN,
    ],
  },
  {
    subject: "retention",
    values: { period: "until-deleted", copy: "conversations" },
    all: [
      KEEP,
      "\\b(chats?|conversations?|threads?)\\b",
      "\\buntil (you|the user|users|they)( \\w+){0,2} delete",
    ],
  },
];

/**
 * Whose conversations are kept so long: beside a period, in the words of articles. The first that is found
 * counts: who does not opt out allows.
 */
export const KEPT_IF: readonly (readonly ["training-refused" | "training-allowed", string])[] = [
  [
    "training-allowed",
    "\\b(for|if|when|who|those)\\b[^.;]{0,40}\\b((do|does|did)(n't| not)( \\w+){0,3}|never) opt[- ]?out\\b|\\bunless\\b[^.;]{0,40}\\bopt(s|ed)?[- ]?out\\b",
  ],
  [
    "training-refused",
    "\\bopted[- ]out users\\b|\\b(for|if|when|who|those)\\b[^.;]{0,40}\\b(opt(s|ed|ing)?[- ]?out|declin(e|ed|es|ing)|refus(e|ed|es|ing)|(do|does|did)(n't| not)( \\w+){0,2} (allow|agree|consent|opt[- ]in|accept|permit))\\b|\\bunless\\b[^.;]{0,40}\\b(allow|agree|consent|opt(s|ed)?[- ]?in)\\b",
  ],
  [
    "training-allowed",
    "\\bopted[- ]in users\\b|\\b(for|if|when|who|those)\\b[^.;]{0,40}\\b(allow(s|ed|ing)?|agree(s|d|ing)?|consent(s|ed|ing)?|opt(s|ed|ing)?[- ]?in|accept(s|ed|ing)?|permit(s|ted|ting)?)\\b",
  ],
];

/** Beside a day: until then one may choose. */
export const DEADLINE: readonly string[] = [
  "\\b(until|till|by|before|deadline|no later than)\\b",
  "\\b(choos(e|ing)|choice|opt(s|ed|ing)?|select(ion)?|decid(e|ing)|decision|deadline|accept(ing)?|respond|consent)\\b",
];
/** Beside a day: from then on it holds. */
export const IN_FORCE =
  "\\b(effective|take[sn]? effect|took effect|taking effect|(go|goes|went|come|comes|came|enter|enters|entered) into (effect|force)|in (effect|force)|appl(y|ies|ied) from|(start|begin)(s|ing|ning)?|began|started|kick(s|ed)? in|from|as of)\\b";

/** Of the terms as they were. */
export const OF_BEFORE =
  "\\b(previously(?! (stored|saved|collected|shared|submitted|deleted))|formerly|until (now|recently|then|this (week|month|change))|before (the|this) (change|update|announcement)|up to now|so far|in the past|(earlier|old|previous|prior) (policy|terms|rules?|version))\\b";
