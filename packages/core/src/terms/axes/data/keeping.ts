/** Patterns of sentences on keeping and deleting: small letters, no markup, bounded gaps. */
import type { Cues } from "./subjects.ts";

export const KEEP =
  "\\b(retain(s|ed|ing)?|keep(s|ing)?|kept|stor(e|es|ed|ing)|sav(e|es|ed|ing)|maintain(s|ed)?|hold|held|preserv(e|es|ed)|archive[ds]?|retention|conserv(er|ons|ées?|és?)|speichern|gespeichert|aufbewahr(en|t)|remain in)\\b";
export const DELETE =
  "\\b(delet(e|es|ed|ing|ion)|remov(e|es|ed|al)|eras(e|es|ed|ure)|destroy(s|ed)?|purg(e|es|ed)|auto-deleted|expunge[ds]?|supprim(er|ons|ées?|és?)|gelöscht|löschen)\\b";

/** To keep something that is not data. */
export const NOT_KEEPING =
  "\\b(retain|retains|reserve|keep|keeps|maintain)s? (the |all |any |your |full |sole |its |their |our )*(right|rights|ownership|title|interest|intellectual property|responsibility|discretion|confidential|up to date|up-to-date|accurate|improving|informed|in mind|secure|a license|control|counsel)\\b|\\b(rights?|ownership|title)\\b[^.;]{0,20}\\bretained\\b|\\b(notice|refund|cancel|cancellation|subscription|invoice|dispute|arbitration|objection|opt-out notice|class action|warranty|claim)\\b[^.;]{0,60}\\b(days|months)\\b(?![^.;]{0,60}\\b(delet|retain|eras))";

export const DENIED_KEEPING =
  "\\b(do|does|will|shall|is|are|may)( not|n't)( be)? (retain|keep|store|save|kept|stored|retained|hold|held|maintain)|\\bnever (retain|keep|store|kept|stored)";

/** Before or around the number. */
export const AT_MOST =
  "\\b(up to|within|no (longer|later|more) than|not (exceed|longer|more)|maximum|at most|at the latest|or less|for only|under|jusqu'à|bis zu|innerhalb|höchstens|maximal|dans (un délai de|les)|au plus)\\b";
export const AT_LEAST =
  "\\b(at least|minimum|no less than|not less than|or (longer|more)|for more than|mindestens|au moins)\\b";

export const COPY_CUES: Cues = [
  ["temporary-chats", "\\b(temporary|private|incognito|unsaved) (chats?|conversations?)\\b"],
  ["scores", "\\b(classification|classifier|safety|trust and safety) scores?\\b"],
  ["flagged", "\\bflagged\\b|\\bviolat(e|es|ing|ion|ions)\\b[^.;]{0,40}\\b(polic|terms)"],
  ["feedback", "\\bfeedback\\b"],
  [
    "api-inputs",
    "\\bapi\\b[^.;]{0,40}\\b(inputs?|outputs?|prompts?|data|calls|requests)\\b|\\bsent through the api\\b",
  ],
  ["backend", "\\bback-?end\\b"],
  ["backups", "\\bback-?ups?\\b(?! (and|or) storage)"],
  ["recordings", "\\b(recordings?|voice (data|samples?)|audio)\\b"],
  [
    "conversations",
    "\\b(inputs?|outputs?|prompts?|conversations?|chats?|messages?|coding sessions?|unterhaltungen)\\b",
  ],
  ["logs", "\\blogs?\\b|\\blog data\\b"],
  ["cookies", "\\bcookies?\\b"],
  ["payment", "\\b(payment|billing|invoices?|transaction|contracts?)\\b"],
  ["support", "\\bsupport\\b"],
  [
    "content",
    "\\b(user|customer|your|their) (content|data)\\b|\\bcontents?\\b|\\bmaterials\\b|\\byour activity\\b|\\brepositories\\b",
  ],
  ["account", "\\baccount (information|data|details)?\\b|\\bprofile\\b"],
  [
    "personal",
    "\\b(personal (data|information)|your information|données|daten|information about you|this data|the data|your data|information)\\b",
  ],
];

export const START_CUES: Cues = [
  [
    "account-closure",
    "\\b(after|of|following|from|once|upon|when)\\b[^.;]{0,50}\\b(account (is |has been )?(closure|closed|deletion|termination|deleted|cancell)|clos(e|ing|ure of) (of )?(your|the|an) account|delet(e|ion|ing) (of )?(your|the) account|cancellation|terminat(e|ion))",
  ],
  [
    "contract-end",
    "\\b(end|termination|expir(y|ation)) of (the )?(contract|agreement|services|provision|dpa|term)|\\bproviding the services\\b",
  ],
  ["inactivity", "\\binactiv(e|ity)\\b|\\blast (login|activity|use)\\b"],
  [
    "deletion",
    "\\b(after|of|once|when|if|from|following)\\b[^.;]{0,30}\\b(you|your|users?|being|it is|they are|the|request(ed)?)?[^.;]{0,24}\\bdelet(e|ed|ion|ing)\\b|\\bdeleted (conversations?|chats?|data|content|messages|or)\\b|\\bdelet(e|ing)[^.;]{0,90}\\bwill be (removed|deleted)",
  ],
  [
    "submission",
    "\\b(submi(t|ts|tted|ssion)|sent|receipt|generat(ed|ion)|interaction or session|creation|created|request is processed)\\b",
  ],
  ["collection", "\\bcollect(ed|ion)\\b"],
];

/** Held until something that is no length of time. */
export const UNTIL_CUES: Cues = [
  [
    "indefinite",
    "\\b(indefinite(ly)?|perpetual(ly)?|permanently (store|retain|keep)|without (time )?limit|unbefristet|indéfiniment)\\b",
  ],
  [
    "while-account-open",
    "\\b(as long as|while|until|for the (life|duration))\\b[^.;]{0,40}\\b(accounts?|profile)\\b",
  ],
  [
    "until-deleted",
    "\\buntil (you|the user|they|users|customer|it is|they are)\\b[^.;]{0,20}\\b(delete|remove|request|deleted)",
  ],
  [
    "as-long-as-needed",
    "\\b(as long as|only as long|so long as|for the (period|time|duration)|until (it is |they are )?no longer|(as|only|when|where|time|period|duration|longer than) (is |it is |are |reasonably |strictly )?(necessary|needed|required)|aussi longtemps|nécessaire|solange|erforderlich|no longer (required|necessary|needed))\\b",
  ],
];

export const IF_CUES: Cues = [
  [
    "training-refused",
    "\\b(not|n't) (allow|choose|opt in|agree|enable)[^.;]{0,60}\\b(train|model|improv)|\\b(opt(ed)? out)\\b",
  ],
  [
    "training-allowed",
    "\\b(if|when|where|for users who) [^.;]{0,30}\\b(allow|choose to|opt(ed)? in|agree|enable|permit|let)[^.;]{0,80}\\b(train|improv|model)|\\btraining[^.;]{0,20} (enabled|on)\\b",
  ],
];

export const BY_USER =
  "\\b(you|users?) (also )?(can|may|are able to|choose to|have the (right|ability|option))\\b[^.;]{0,60}\\b(delete|deletion|erase|erasure|remove)\\b|\\bright to (request (the )?)?(delet|eras|that we delete)|\\b(if|once|when) (you|a user) (choose to |request )?(delete|deletion|erase|remove)|\\bdeleted by (you|customer|the user)|\\bright to (deletion|erasure)\\b|\\bdroit (à l'effacement|de suppression)|\\brecht auf löschung";

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  "twenty-four": 24,
  thirty: 30,
  "thirty-six": 36,
  forty: 40,
  "forty-five": 45,
  "forty-eight": 48,
  sixty: 60,
  "seventy-two": 72,
  ninety: 90,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  cinq: 5,
  dix: 10,
  douze: 12,
  trente: 30,
  ein: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  fünf: 5,
  zehn: 10,
  zwölf: 12,
  dreißig: 30,
};

/** To ISO 8601: the letter, and how many of it one unit is. */
export const UNITS: Readonly<Record<string, readonly [letter: "H" | "D" | "M" | "Y", times: number]>> = {
  hour: ["H", 1],
  heure: ["H", 1],
  stunde: ["H", 1],
  day: ["D", 1],
  jour: ["D", 1],
  tag: ["D", 1],
  week: ["D", 7],
  semaine: ["D", 7],
  woche: ["D", 7],
  month: ["M", 1],
  mois: ["M", 1],
  monat: ["M", 1],
  year: ["Y", 1],
  an: ["Y", 1],
  année: ["Y", 1],
  jahr: ["Y", 1],
};
