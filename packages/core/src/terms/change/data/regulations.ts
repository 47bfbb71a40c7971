import type { Axis, AxisValues } from "../../axes/axis.ts";

/**
 * Which rule of law a change on an axis touches. "Touches" is no finding of a breach: it says where to look.
 *
 * Texts: GDPR, Regulation (EU) 2016/679; UK GDPR and Data Protection Act 2018 as amended by the Data (Use and
 * Access) Act 2025; CCPA as amended by the CPRA, Cal. Civ. Code; AI Act, Regulation (EU) 2024/1689; COPPA Rule,
 * 16 CFR Part 312 as amended on 22 April 2025; DSA, Regulation (EU) 2022/2065; P2B, Regulation (EU) 2019/1150;
 * Directives (EU) 2019/770 (digital content) and 93/13/EEC (unfair terms); FTC Act, 15 U.S.C. §45.
 */
export interface RegulationRule {
  readonly axis: Axis;
  /** Only if the fact before or after has these values. */
  readonly where?: AxisValues;
  readonly provision: string;
  readonly jurisdiction: "EU" | "UK" | "US" | "US-CA";
  readonly reason: string;
}

const TRAINING: readonly RegulationRule[] = [
  {
    axis: "training-use",
    provision: "GDPR Art. 5(1)(b)",
    jurisdiction: "EU",
    reason: "training may be another purpose than the one the data was collected for",
  },
  {
    axis: "training-use",
    provision: "GDPR Art. 6(1), 6(4)",
    jurisdiction: "EU",
    reason: "use for training needs a legal basis, and a new purpose must be compatible or newly based",
  },
  {
    axis: "training-use",
    where: { data: "conversations" },
    provision: "GDPR Art. 9(1)",
    jurisdiction: "EU",
    reason: "conversations can hold special categories of data, such as on health or belief",
  },
  {
    axis: "training-use",
    provision: "GDPR Art. 13(3)",
    jurisdiction: "EU",
    reason: "a further purpose must be told before processing for it begins",
  },
  {
    axis: "training-use",
    where: { data: "public" },
    provision: "GDPR Art. 14(1)-(5)",
    jurisdiction: "EU",
    reason: "data that was not obtained from the person must be told of too",
  },
  {
    axis: "training-use",
    provision: "UK GDPR Art. 5(1)(b), 8A",
    jurisdiction: "UK",
    reason: "a new purpose must be compatible with the one the data was collected for",
  },
  {
    axis: "training-use",
    provision: "UK GDPR Art. 6(1), 13(3)",
    jurisdiction: "UK",
    reason: "use for training needs a legal basis and must be told before it begins",
  },
  {
    axis: "training-use",
    provision: "CCPA §1798.100(a)(1), (c)",
    jurisdiction: "US-CA",
    reason: "a purpose must be told at collection, and use must stay proportionate to it",
  },
  {
    axis: "training-use",
    provision: "EU AI Act Art. 53(1)(d)",
    jurisdiction: "EU",
    reason: "a provider of a general-purpose model publishes a summary of the content used for training",
  },
  {
    axis: "training-use",
    provision: "EU AI Act Art. 10(2)(b)",
    jurisdiction: "EU",
    reason:
      "for a high-risk system, the origin of training data and the purpose it was collected for are on record",
  },
  {
    axis: "training-use",
    provision: "FTC Act §5 (15 U.S.C. §45)",
    jurisdiction: "US",
    reason: "using data collected under an earlier promise in a new way can be unfair or deceptive",
  },
];

const CHOICE: readonly RegulationRule[] = [
  {
    axis: "choice",
    where: { form: "opt-out" },
    provision: "GDPR Art. 21(1)-(2)",
    jurisdiction: "EU",
    reason: "an opt-out is how the right to object is offered",
  },
  {
    axis: "choice",
    provision: "GDPR Art. 7(3), 25(2)",
    jurisdiction: "EU",
    reason: "consent is as easy to withdraw as to give, and defaults must protect data",
  },
  {
    axis: "choice",
    provision: "UK GDPR Art. 7(3), 21, 25(2)",
    jurisdiction: "UK",
    reason: "withdrawal of consent, objection and defaults",
  },
  {
    axis: "choice",
    provision: "CCPA §1798.135",
    jurisdiction: "US-CA",
    reason: "how opting out of sale and sharing, and limiting use of sensitive data, must be offered",
  },
  {
    axis: "opt-out-reach",
    provision: "GDPR Art. 17(1)(b)-(c)",
    jurisdiction: "EU",
    reason: "after objection or withdrawal, what is stored may have to be erased",
  },
  {
    axis: "opt-out-reach",
    provision: "UK GDPR Art. 17(1)(b)-(c)",
    jurisdiction: "UK",
    reason: "after objection or withdrawal, what is stored may have to be erased",
  },
  {
    axis: "exceptions",
    provision: "GDPR Art. 21(1)",
    jurisdiction: "EU",
    reason: "use that survives an objection needs compelling legitimate grounds",
  },
  {
    axis: "exceptions",
    provision: "GDPR Art. 6(1)(f)",
    jurisdiction: "EU",
    reason: "use despite an opt-out rests on legitimate interests that must be weighed",
  },
  {
    axis: "exceptions",
    provision: "UK GDPR Art. 6(1)(f), 21(1)",
    jurisdiction: "UK",
    reason: "use that survives an objection needs compelling legitimate grounds",
  },
];

const KEEPING: readonly RegulationRule[] = [
  {
    axis: "retention",
    provision: "GDPR Art. 5(1)(e)",
    jurisdiction: "EU",
    reason: "data may be kept in identifiable form no longer than its purpose needs",
  },
  {
    axis: "retention",
    provision: "GDPR Art. 13(2)(a)",
    jurisdiction: "EU",
    reason: "the period, or what it depends on, must be told",
  },
  {
    axis: "retention",
    provision: "UK GDPR Art. 5(1)(e), 13(2)(a)",
    jurisdiction: "UK",
    reason: "storage limitation, and the period must be told",
  },
  {
    axis: "retention",
    provision: "CCPA §1798.100(a)(3)",
    jurisdiction: "US-CA",
    reason: "the period of each category must be told at collection, and no longer than reasonably necessary",
  },
  {
    axis: "retention",
    where: { copy: "children" },
    provision: "COPPA Rule 16 CFR §312.10",
    jurisdiction: "US",
    reason: "children's data may not be kept indefinitely",
  },
  {
    axis: "deletion",
    provision: "GDPR Art. 17(1)",
    jurisdiction: "EU",
    reason: "right to erasure",
  },
  { axis: "deletion", provision: "UK GDPR Art. 17(1)", jurisdiction: "UK", reason: "right to erasure" },
  { axis: "deletion", provision: "CCPA §1798.105", jurisdiction: "US-CA", reason: "right to delete" },
  {
    axis: "anonymisation",
    provision: "GDPR Art. 4(5), recital 26",
    jurisdiction: "EU",
    reason: "only data that can no longer be tied to a person is outside the regulation",
  },
  {
    axis: "anonymisation",
    provision: "CCPA §1798.140(m)",
    jurisdiction: "US-CA",
    reason: "what counts as deidentified, and the public commitment that goes with it",
  },
];

const DISCLOSING: readonly RegulationRule[] = [
  {
    axis: "sharing",
    provision: "GDPR Art. 13(1)(e)",
    jurisdiction: "EU",
    reason: "recipients, or their categories, must be told",
  },
  {
    axis: "sharing",
    provision: "GDPR Art. 44-49",
    jurisdiction: "EU",
    reason: "a recipient outside the European Economic Area needs a basis for the transfer",
  },
  {
    axis: "sharing",
    where: { with: "service-providers" },
    provision: "GDPR Art. 28(2)",
    jurisdiction: "EU",
    reason: "a processor engages another only with authorisation, and tells of changes",
  },
  {
    axis: "sharing",
    provision: "UK GDPR Art. 13(1)(e), 44A-49",
    jurisdiction: "UK",
    reason: "recipients must be told, and a transfer abroad needs a basis",
  },
  {
    axis: "sharing",
    provision: "CCPA §1798.115, §1798.120",
    jurisdiction: "US-CA",
    reason: "disclosure and sale must be told, and sale or sharing can be opted out of",
  },
  {
    axis: "personalisation",
    provision: "GDPR Art. 21(2)-(3), 22(1)",
    jurisdiction: "EU",
    reason: "direct marketing and its profiles can be objected to; no decision by profile alone",
  },
  {
    axis: "personalisation",
    provision: "DSA Art. 26(3), 28(2)",
    jurisdiction: "EU",
    reason: "platforms show no advertising by profiles of special categories, nor by profiles of minors",
  },
  {
    axis: "personalisation",
    provision: "UK GDPR Art. 21(2)-(3), 22A-22D",
    jurisdiction: "UK",
    reason: "objection to direct marketing, and safeguards of automated decisions",
  },
  {
    axis: "personalisation",
    provision: "CCPA §1798.120, §1798.140(ah)",
    jurisdiction: "US-CA",
    reason: "sharing for cross-context behavioural advertising can be opted out of",
  },
  {
    axis: "data-collected",
    provision: "GDPR Art. 5(1)(c)",
    jurisdiction: "EU",
    reason: "data must be limited to what its purpose needs",
  },
  {
    axis: "data-collected",
    provision: "UK GDPR Art. 5(1)(c)",
    jurisdiction: "UK",
    reason: "data must be limited to what its purpose needs",
  },
  {
    axis: "data-collected",
    provision: "CCPA §1798.100(a)(1)-(2), §1798.130(a)(5)",
    jurisdiction: "US-CA",
    reason: "categories collected must be told at collection and in the privacy policy",
  },
  {
    axis: "human-review",
    provision: "GDPR Art. 5(1)(a), 32(4)",
    jurisdiction: "EU",
    reason: "people must know who reads their data, and readers act on instruction only",
  },
  {
    axis: "human-review",
    provision: "UK GDPR Art. 5(1)(a), 32(4)",
    jurisdiction: "UK",
    reason: "people must know who reads their data, and readers act on instruction only",
  },
  {
    axis: "safety-feedback",
    provision: "GDPR Art. 5(1)(b), 6(1)(f)",
    jurisdiction: "EU",
    reason: "what was given as feedback or flagged is used for another purpose",
  },
  {
    axis: "safety-feedback",
    provision: "DSA Art. 14(1)",
    jurisdiction: "EU",
    reason: "terms of an intermediary service explain moderation, by algorithms and by people",
  },
  {
    axis: "law-enforcement",
    provision: "GDPR Art. 6(1)(c), 48",
    jurisdiction: "EU",
    reason: "disclosure under law needs a legal duty; orders from abroad need an agreement",
  },
  {
    axis: "law-enforcement",
    provision: "UK GDPR Art. 6(1)(c); DPA 2018 Sch. 2 para. 2",
    jurisdiction: "UK",
    reason: "disclosure to authorities and its exemption for crime and taxation",
  },
  {
    axis: "law-enforcement",
    provision: "CCPA §1798.145(a)",
    jurisdiction: "US-CA",
    reason: "duties do not restrict complying with law and with lawful requests",
  },
];

const TERMS: readonly RegulationRule[] = [
  {
    axis: "children",
    provision: "GDPR Art. 8(1)",
    jurisdiction: "EU",
    reason: "below 16, or an age from 13 set by a member state, consent is the parents'",
  },
  {
    axis: "children",
    provision: "UK GDPR Art. 8(1); DPA 2018 s. 9",
    jurisdiction: "UK",
    reason: "below 13 consent is the parents'",
  },
  {
    axis: "children",
    provision: "COPPA Rule 16 CFR §312.4, §312.5",
    jurisdiction: "US",
    reason: "below 13, notice to parents and their verifiable consent, again for material changes",
  },
  {
    axis: "children",
    provision: "CCPA §1798.120(c)",
    jurisdiction: "US-CA",
    reason: "below 16, sale or sharing needs opting in",
  },
  {
    axis: "notice",
    provision: "Directive (EU) 2019/770 Art. 19",
    jurisdiction: "EU",
    reason:
      "a change of a digital service must be told; if it harms more than slightly, beforehand and with a way out",
  },
  {
    axis: "notice",
    provision: "Directive 93/13/EEC Annex 1(j)-(k)",
    jurisdiction: "EU",
    reason: "changing terms or service alone, without a valid reason stated, can be unfair to consumers",
  },
  {
    axis: "notice",
    provision: "DSA Art. 14(2)",
    jurisdiction: "EU",
    reason: "an intermediary service tells its recipients of significant changes of its terms",
  },
  {
    axis: "notice",
    where: { who: "business" },
    provision: "P2B Art. 3(2)",
    jurisdiction: "EU",
    reason: "a platform tells its business users of changes at least 15 days before",
  },
  {
    axis: "effective-date",
    provision: "GDPR Art. 13(3)",
    jurisdiction: "EU",
    reason: "where a purpose changes, it must be told before it takes effect",
  },
  {
    axis: "acceptable-use",
    provision: "DSA Art. 14(1)",
    jurisdiction: "EU",
    reason: "restrictions on use must be in the terms of an intermediary service",
  },
  {
    axis: "contracting-entity",
    provision: "GDPR Art. 13(1)(a)-(b), 27",
    jurisdiction: "EU",
    reason: "who the controller and its representative are must be told",
  },
  {
    axis: "contracting-entity",
    provision: "DSA Art. 11-13",
    jurisdiction: "EU",
    reason: "points of contact and legal representative of an intermediary service",
  },
  {
    axis: "other",
    where: { topic: "arbitration" },
    provision: "Directive 93/13/EEC Annex 1(q)",
    jurisdiction: "EU",
    reason: "keeping consumers from the courts can be unfair",
  },
  {
    axis: "other",
    where: { topic: "liability" },
    provision: "Directive 93/13/EEC Annex 1(a)-(b)",
    jurisdiction: "EU",
    reason: "excluding liability toward consumers can be unfair",
  },
];

export const REGULATIONS: readonly RegulationRule[] = [
  ...TRAINING,
  ...CHOICE,
  ...KEEPING,
  ...DISCLOSING,
  ...TERMS,
];
