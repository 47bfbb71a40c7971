/** Whom data is given to, what is collected, what must not be done: words -> named values. */
import type { Cues } from "./subjects.ts";

export const RECIPIENT_CUES: Cues = [
  [
    "affiliates",
    "\\b(affiliates?|affiliated (compan|entit)|subsidiar(y|ies)|corporate group|group companies|parent company|related entities)\\b",
  ],
  [
    "service-providers",
    "\\b(service providers?|vendors|processors?|sub-?processors?|contractors|hosting providers)\\b",
  ],
  ["advertisers", "\\b(advertisers?|ad networks?|advertising (partners?|compan|networks?))\\b"],
  ["model-providers", "\\b(model providers?|third-party (ai )?models?)\\b"],
  [
    "partners",
    "\\b((business|corporate|commercial|research|integration|trusted|third-party) partners?|partners|collaborators)\\b",
  ],
  ["government", "\\b(law enforcement|government(al)?|public authorit|regulators?|courts?)\\b"],
  [
    "acquirer",
    "\\b(merger|acquisition|bankruptcy|reorgani[sz]ation|successor|acquirer|sale of (all|assets|our))\\b",
  ],
  ["other-users", "\\bother (users|members|people)\\b"],
];

export const SHARED_FOR_CUES: Cues = [
  ["training", "\\btrain(ing)?\\b[^.;]{0,60}\\b(models?|artificial|machine|ai)\\b"],
  ["advertising", "\\b(advertis|marketing|ads\\b)"],
];

export const SHARED_DATA_CUES: Cues = [
  ["conversations", "\\b(inputs?|outputs?|prompts?|conversations?|chats?|queries)\\b"],
  ["de-identified", "\\b(aggregated?|de-?identified|anonymi[sz]ed)\\b"],
  ["public", "\\bpublic(ly)?[- ](shared|available|content|posts?)\\b"],
];

export const AUTHORITY_CUES: Cues = [
  ["police", "\\b(law enforcement|police)\\b"],
  ["courts", "\\b(court orders?|courts|subpoenas?|legal process|warrants?|judicial)\\b"],
  ["regulators", "\\b(regulators?|regulatory (authorit|bod|agenc))"],
  ["government", "\\b(government(al)?|public authorit(y|ies)|national security|competent authorities)\\b"],
];

export const COLLECTED_CUES: Cues = [
  ["identity", "\\b(your name|first name|identifiers?|username|date of birth|government id)\\b"],
  ["contact", "\\b(e-?mail address|phone numbers?|postal address|contact (data|details|information))\\b"],
  ["payment", "\\b(payment|billing|credit card|financial)\\b"],
  ["device", "\\b(device|browser|ip address|operating system)\\b"],
  ["location", "\\b(location|gps|geolocation)\\b"],
  ["usage", "\\b(usage|pages you view|features you use|how you use|browsing history|interact with)\\b"],
  ["cookies", "\\b(cookies?|pixels?|local storage)\\b"],
  ["conversations", "\\b(inputs?|prompts?|chat history|conversations?|messages)\\b"],
  ["files", "\\b(files?|images?|photos?|videos?|attachments?)\\b"],
  ["biometric", "\\b(biometric|faceprints?|voiceprints?|facial)\\b"],
  ["contacts", "\\b(address book|contact list|contacts in|your contacts)\\b"],
  ["recordings", "\\b(audio|voice|recordings?)\\b"],
  ["health", "\\b(health|medical)\\b"],
  ["keystrokes", "\\bkeystrokes?\\b"],
  ["public", "\\b(publicly available|public sources)\\b"],
  ["advertisers", "\\b(advertisers?|ad networks?)\\b"],
  ["affiliates", "\\b(affiliates?|subsidiar(y|ies)|other services provided by us)\\b"],
  ["partners", "\\b(third[- ]part(y|ies)|partners|data brokers)\\b"],
];

export const USE_CUES: Cues = [
  [
    "training-models",
    "\\b(train|retrain|fine-tune|training|distill?)\\b[^.;]{0,120}\\b(models?|artificial intelligence|machine learning|ai|algorithms?|llms?)\\b|\\bmodel (training|distillation)\\b",
  ],
  ["competing", "\\bcompet(e|es|ing|itive)\\b"],
  [
    "scraping",
    "\\b(scrap(e|ing)|crawl(ing|ers?)?|spiders?|data mining|web harvest|automated means|automatically or programmatically extract)",
  ],
  ["reverse-engineering", "\\b(reverse[- ]engineer|decompile|disassemble|reverse assemble)"],
  ["circumvention", "\\b(circumvent|bypass|jailbreak|safeguards)"],
  ["resale", "\\b(resell|sublicense|lease|rent, )"],
  ["malware", "\\b(malware|malicious code|viruses|ransomware|spyware)\\b"],
  ["weapons", "\\bweapons?\\b"],
  [
    "child-abuse",
    "\\b(csam|child sexual|exploitation (or harm )?of (children|minors)|harm of children|sexuali[sz]e children)",
  ],
  ["self-harm", "\\b(suicide|self-harm)\\b"],
  ["hate", "\\b(hate(ful)?|discriminat)"],
  ["harassment", "\\b(harass|bully|threaten|stalk)"],
  ["fraud", "\\b(fraud|scam|phishing|pyramid|deceiv|spam)"],
  ["disinformation", "\\b(disinformation|misinformation|false information)\\b"],
  ["impersonation", "\\bimpersonat"],
  ["sexual-content", "\\b(pornograph|sexually explicit|adult content)"],
  ["political-campaigning", "\\b(political campaign|lobbying|voting|elections?)\\b"],
  [
    "surveillance",
    "\\b(surveillance|facial recognition|biometric (systems|categori)|tracking of individuals|unauthorized monitoring)\\b",
  ],
  ["professional-advice", "\\b(legal|medical|financial)[^.;]{0,30}\\badvice\\b"],
  ["high-stakes-decisions", "\\b(high-stakes|automated decisions?|social scoring|credit(worthiness)?, )"],
  ["gambling", "\\b(gambling|payday lending)\\b"],
  ["securities", "\\b(buy or sell securities|securities, commodities)"],
  ["infringement", "\\b(infring|misappropriat|violates? (any|the) (intellectual|rights))"],
  ["privacy", "\\bprivacy of others|personal data without|personal information of others"],
  ["export", "\\b(sanction|embargo|export (control|laws))"],
  ["human-claim", "\\brepresent(ing)? that (the )?output"],
  ["illegal", "\\b(illegal|unlawful|applicable laws?)\\b"],
];

export const COMMERCIAL_CUES: Cues = [
  ["refund", "\\brefund(s|able|ed)?\\b|\\bnon-refundable\\b"],
  ["auto-renewal", "\\b(auto(matically)?[- ]renew|renews? automatically|automatic renewal)"],
  ["price-change", "\\b(change|increase|adjust|modify)[^.;]{0,30}\\b(prices?|pricing|fees)\\b"],
  [
    "cancellation-right",
    "\\b(cancellation period|right to (cancel|change your mind|withdraw from)|cancel (the|your) subscription)",
  ],
  ["free-trial", "\\bfree trial\\b"],
  ["credits-expiry", "\\b(credits?|tokens)\\b[^.;]{0,60}\\bexpire"],
  ["taxes", "\\b(exclusive of|responsible for)[^.;]{0,30}\\btaxes\\b"],
  ["late-payment", "\\b(late|overdue|past due)[^.;]{0,40}\\b(payment|interest|amounts?)\\b"],
  [
    "advertisements",
    "\\b(ads|advertisements?|advertising)\\b[^.;]{0,60}\\b(must|may not|prohibited|restricted|polic)",
  ],
];

export const OTHER_CUES: Cues = [
  ["class-action-waiver", "\\bclass[- ]actions?\\b[^.;]{0,80}\\b(waive|not|only)|\\bwaiv[^.;]{0,80}class"],
  [
    "arbitration",
    "\\b(binding arbitration|resolved by arbitration|agree to arbitrat|arbitration agreement|will arbitrate|through arbitration|by arbitration)",
  ],
  ["jury-waiver", "\\bwaiv[^.;]{0,60}\\bjury\\b"],
  [
    "liability-cap",
    "\\b(aggregate|total|maximum) liability\\b|\\bliability[^.;]{0,60}\\b(not exceed|limited to|greater of)\\b",
  ],
  [
    "liability-exclusion",
    "\\b(will|shall) not be liable\\b|\\b(no|not) (be )?liab(le|ility) for (any )?(indirect|incidental)|\\bin no event\\b[^.;]{0,80}\\bliable\\b",
  ],
  ["warranty-disclaimer", "\\bas[- ]is\\b[^.;]{0,60}|\\bdisclaims? all (other )?warrant"],
  [
    "governing-law",
    "\\bgoverned by (and construed[^.;]{0,40} )?(the )?laws?\\b|\\blaws? of [^.;]{2,60}\\bgovern",
  ],
  ["venue", "\\bexclusive(ly)? (jurisdiction|venue)|\\bexclusively in the [^.;]{0,60}courts?\\b"],
  ["indemnity", "\\bindemnif"],
  [
    "termination",
    "\\b(suspend or terminate|terminate or suspend|suspend, terminate|terminate (your|the) (access|account))",
  ],
  [
    "content-licence",
    "\\bgrants? [^.;]{0,60}\\b(perpetual|worldwide|royalty-free|non-exclusive|irrevocable)\\b[^.;]{0,80}\\b(licen[cs]e|rights?)\\b",
  ],
];

export const EXEMPT_CUES: Cues = [
  [
    "processor-role",
    "\\bdata processor|on behalf of (our )?(commercial |business )?customers|as a processor\\b",
  ],
  [
    "business",
    "\\b(business|commercial|enterprise|team|work(space)?|organi[sz]ation('s)?|customer agreement|volume licen)",
  ],
  ["api", "\\bapi\\b"],
  ["education", "\\b(education|school|edu)\\b"],
  [
    "third-party-services",
    "\\bthird[- ]part(y|ies)\\b|\\bwebsites? (that|which|of others)|\\bother companies\\b",
  ],
  ["employees", "\\b(employees|job applicants|personnel|candidates)\\b"],
  ["de-identified", "\\b(de-?identified|anonymi[sz]ed|aggregated?)\\b"],
  ["consumers", "\\bconsumers?\\b|\\bindividual (users|use)\\b"],
];
