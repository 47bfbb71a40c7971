/** Patterns of sentences on training: small letters, no markup, bounded gaps. */
import type { Cues } from "./subjects.ts";

const MODELS =
  "(models?|algorithms?|artificial intelligence|\\bai\\b|machine learning|llms?|neural networks?|classifiers?|technology|technologies|modèles?|ki-modelle?|modelle)\\b";

/** The act itself. Where it stands is where the denial that governs it is looked for. */
export const TRAIN: readonly string[] = [
  `\\b(re|pre-?)?train(ed|ing|s)?\\b[^.;]{0,90}?${MODELS}`,
  `\\b(ai|model|models?'|machine learning|foundation model|llm) (training|improvement)\\b`,
  `\\b(for|from|of|to|in|permit|allow|into|out of) (our )?(the )?training( purposes)?\\b(?= (data ?)?[.,;:()]|[.,;:()]| on | and improving| of (large|our|its|the|ai)[^.;]{0,40}model| purposes|$| through| via| by | when| unless| if| is)`,
  `\\b(fine-?tun(e|ing)|develop(ing)?|improv(e|ing)|enhanc(e|ing)|optimi[sz](e|ing)|build(ing)?)\\b[^.;]{0,70}?\\b((ai|machine[- ]learning|artificial intelligence|language|generative|foundation|our|its|these|the) (and [a-z]+ )?models?|machine learning( models?)?|artificial intelligence)\\b`,
  "\\bmachine learning,? (or )?artificial intelligence[^.;]{0,60}\\btraining\\b",
  "\\b(use|used)\\b[^.;]{0,40}\\bto (re)?train\\b",
  "\\btrain on\\b",
  "\\b(entraîner|entraînement de|zum training|trainieren|zum trainieren)\\b",
];

/** Products are improved; whether models are trained is not said. */
export const IMPROVE = "\\b(develop|improv(e|ing)|enhanc(e|ing))\\b[^.;]{0,60}?\\b(services?|products?)\\b";

/** Training, but not of models with users' data. */
export const NOT_THIS_TRAINING: readonly string[] = [
  "\\b(employees?|staff|personnel|workforce|contractors?|colleagues?|team members|sellers|drivers|administrators?)\\b[^.;]{0,60}\\b(training|trained)\\b",
  "\\btrain(s|ed|ing)?\\b[^.;]{0,30}\\b(our|its|your|their|all|the)? ?\\b(employees?|staff|personnel|workforce|contractors?|colleagues?|teams?|authori[sz]ed users|users)\\b(?! (data|content|inputs?))",
  "\\b(security|privacy|awareness|compliance|onboarding|on-boarding|annual|initial|specialised|specialized|hipaa|product|safety) (awareness )?training\\b(?![^.;]{0,20}models?)",
  "\\btraining (materials?|sessions?|courses?|videos?|programs?|programmes?|resources?|and (education|support|on-?boarding)|methods|process|services)\\b",
  "\\b(deliver|provide|get|receive|offer) (data protection and security )?(training|training,)",
  "\\bhereby waive\\b|\\bnumerous limitations\\b",
  "\\btrain (yourself|for|at the gym)\\b",
];

/** Rows and purposes that take training out: they say nothing of what is in. */
export const TRAINING_LEFT_OUT =
  "\\b(excluding|excludes|exclude|other than) (any )?(model )?training\\b|not include the training";

/** A denial; it governs an act that follows in the same clause. */
export const DENIED =
  "\\bnot\\b(?!( yet)? opted| only\\b| limited to)|\\b(never|cannot|no longer|neither|nor|excludes?|excluding|refrains? from|without using)\\b|n't\\b|\\bne\\b|\\bnicht\\b|\\bkeine\\b|\\bn'(utilis|entraîn)";

/** Where the reach of a denial ends. */
export const CLAUSE_BREAK = ";|, but |\\bhowever\\b|, (and )?(we|it) (may|will|do|can|shall|use)\\b|\\. ";

/** Wishes of the user: denials inside them are not the vendor's. */
export const USERS_WISH =
  "\\b(do not|don't|would not|wouldn't|no longer|would prefer (that )?we) (want|wish|like|not)\\b[^.;]{0,20}\\b(us|we|your|our|you)\\b";

/** The user does it, not the vendor: that is a rule of use. */
export const USER_ACTS =
  "\\b(you|customers?|users?|end users?|developers?|licensees?|no one|nobody|third parties)\\b( [a-z]+ [a-z]+,?)? (also |further |hereby )?(will|shall|may|must|can|agrees?|cannot|are|is|won't|undertakes?|might)( not| to not| not to| never|n't)?\\b";

/** After the user is named, these hand the act back to the vendor. */
export const VENDOR_ACTS =
  "\\b(we|us)\\b|\\bgrants?\\b|\\b(agrees?|acknowledges?|understands?)( and [a-z]+)? that\\b|\\bauthori[sz]es?\\b|\\bconsents?\\b|\\blicen[cs]e to\\b|\\bchoose|\\bopt";

/** Headings and lead-ins under which the user is told what not to do. */
export const RULES_OF_USE =
  "\\b(you|customer|users?) (may|must|shall|will|agrees?|can|cannot)( not|not)\\b|\\bprohibited\\b|\\bprohibit|\\brestrictions\\b|\\bnot (permitted|allowed) to\\b|\\bacceptable use\\b|\\bdon't\\b|\\bdo not:";

/** What opens a condition or an exception. */
export const CONDITION =
  "\\b(unless|except(ing)?( that| when| if| where)?|save (that|where|for)|even if|if|when|where|provided that|once|only (if|with|when|after)|subject to|until|without your|sauf si|à moins que|sofern|es sei denn|außer)\\b";

export const OPT_OUT: readonly string[] = [
  "\\b(opt|opts|opted|opting)([- ]|ed[- ])?out\\b|\\bopted-out\\b",
  "\\bunless (you|customer|users?|they) (have )?(disabled?|turn(ed)? (it )?off|object(ed)?|switch(ed)? off|withdraw|deactivated?)",
  "\\b(if|when|where|as long as|while) [^.;]{0,30}(training|setting|option|activity|history)[^.;]{0,20} (is|are|remains?) (enabled|on|turned on|active)\\b",
  "\\b(turn(ing|ed)?|switch(ing|ed)?) off\\b|\\b(setting|activity|training|history|toggle)[^.;]{0,20} is off\\b",
  "\\b(object(ing)? to (the|this|our|such) (use|training|processing)|désactiver|vous y opposer|refuser|widersprechen|widersprochen|deaktivier)",
];

export const OPT_IN: readonly string[] = [
  "\\bopt(s|ed|ing)?[- ]in\\b",
  "\\b(unless|except|until|only|if|where|when|without)\\b[^.;]{0,30}\\b(you|customers?|users?|they|it|you've|your|its|their)\\b[^.;]{0,30}?\\b(explicit(ly)?|expressly|affirmatively|specifically|prior|written|separate)\\b[^.;]{0,20}\\b(agree[ds]?|agreed|consent(ed|s)?|authori[sz]e[ds]?|permission|allow(ed|s)?|opt(ed)?|choose|approv(al|ed?))",
  "\\b(unless|except when|until|only if|only when)\\b (you|customers?|users?|you've|they) (have )?(agree|consent|authori[sz]e|permit|allow|choose|enable|activate|give|instruct|direct)[a-z]*",
  "\\b(you|they|customers?)('ve| have) (explicitly |expressly |affirmatively )?(agreed|consented|opted in)\\b",
  "\\b(without|with) (your|customer's|the user's|their|user) (explicit |express |prior |written |affirmative )*(consent|permission|authori[sz]ation|approval)\\b",
  "\\bif you (choose|agree|consent|allow|permit|decide|enable)\\b|\\bif you've (agreed|chosen|allowed)",
  "\\b(avec votre consentement|sans votre (accord|consentement)|mit ihrer (einwilligung|zustimmung)|ohne ihre (einwilligung|zustimmung))\\b",
];

/** Not (yet) opted out: the exception is the user who did nothing. */
export const NOT_OPTED_OUT = "\\b(not|n't)( yet)? opted[- ]?out\\b";

export const DEFAULT_OFF =
  "\\bby default\\b|\\boff by default\\b|\\bdisabled by default\\b|\\bopted[- ]out by default\\b|\\bstandardmäßig\\b|\\bpar défaut\\b";

/** What survives a choice or a promise. */
export const EXCEPTION_CUES: Cues = [
  [
    "feedback",
    "\\bfeedback\\b|\\bthumbs[- ](up|down)\\b|\\breport(ed|ing)? (them|it|the materials?|the content|this|to us)\\b|\\bexplicitly report|\\brate (a|the|an)\\b|\\bratings?\\b|\\brückmeldung|\\bcommentaires\\b",
  ],
  [
    "safety-flagged",
    "\\bflagged?\\b|\\b(trust and )?safety review\\b|\\bsecurity review\\b|\\bautomated moderation\\b|\\babuse (review|monitoring)\\b|\\breported as prohibited\\b|\\bsuspected (abuse|violations?)\\b|\\bharmful content\\b",
  ],
  ["legal", "\\b(legal|law|laws|legally|regulatory|court|litigation|compliance)\\b"],
  ["de-identified", "\\b(de-?identified|anonymi[sz]ed|aggregated)\\b"],
  ["preview-models", "\\b(labs|preview|beta|experimental)( or [a-z]+)? (models?|features?)\\b"],
  ["contract", "\\b(order form|otherwise agreed|agreed otherwise|written agreement)\\b"],
];

/** After these, what follows survives although the user opted out. */
export const EVEN_SO =
  "\\b(even (if|when|where|after|though) (you|users?|customer)[^.;]{0,30}\\bopt(ed|s)?[- ]?(ed )?out|regardless of (whether|your)[^.;]{0,40}\\b(opt|setting|choice|preference)|whether or not you[^.;]{0,20}opt|opt-out[^.;]{0,140} (does|do|will) not apply|opting out (does|will) not (affect|prevent|apply|stop)|même si vous|auch wenn sie)";

/** Opting out reaches this. */
export const REACH_CUES: Cues = [
  [
    "both",
    "\\b(opt(ing)?[- ]out|objection|setting|choice)\\b[^.;]{0,120}\\b(both|already|previously|existing|past)\\b[^.;]{0,60}\\b(and|as well as)\\b[^.;]{0,30}\\b(future|new|later)\\b",
  ],
  [
    "prospective",
    "\\b(opt(ing)?[- ]?out|opted out|turn(ed|ing)? (it )?off|withdraw|this setting|your (choice|preference))\\b[^.;]{0,140}\\b(only|will only|may only|not affect|does not apply|doesn't affect|do not affect|not undo|not reverse|from that (point|moment)|going forward|future|new)\\b[^.;]{0,90}\\b(future|forward|new|previous(ly)?|already|past|prior|before|later)\\b",
  ],
  [
    "prospective",
    "\\b(once|if|when|after) you (opt out|turn)[^.;]{0,60}\\b(new|future) (conversations|chats|content|inputs|data)\\b[^.;]{0,20}\\bnot\\b",
  ],
  ["prospective", "\\bfrom the (effective )?date of (your|the) opt-out (going )?forward"],
  [
    "prospective",
    "\\b(data|inputs|conversations|content|chats)\\b[^.;]{0,60}\\b(already|previously)\\b[^.;]{0,40}\\b(train|training)\\b[^.;]{0,100}\\b(opt|remain|cannot be removed|not be removed|not possible)",
  ],
  [
    "stored",
    "\\b(opt(ing)?[- ]?out|turn(ed|ing)? (it )?off|your (choice|preference))\\b[^.;]{0,120}\\b(already stored|existing (chats|conversations|content|data)|past (chats|conversations|content)|remove (it|them|your)[^.;]{0,30}from (our )?(future )?training)",
  ],
];

export const PATH_CUES: Cues = [
  [
    "settings",
    "\\b(account|privacy|user|data)? ?(settings?|controls?|dashboard|toggle)\\b|\\bturning off\\b|\\bswitch(ing)? off\\b|\\bparamètres\\b|\\beinstellungen\\b|\\bin-app\\b",
  ],
  ["e-mail", "\\be-?mail(ing)?\\b|\\bwrite to us\\b|\\bcontact(ing)? us\\b"],
  ["form", "\\bform\\b|\\bportal\\b|\\bsubmit(ting)? (a|your) request\\b"],
  ["link", "\\b(help cent(er|re) article|instructions|this link|click here|\\bhere\\b)"],
  ["contract", "\\b(order form|in writing|written)\\b"],
];
