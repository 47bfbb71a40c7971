import type { Axis } from "../../axes/axis.ts";

/** What an axis is called in a sentence. */
export const AXIS_LABELS: Readonly<Record<Axis, string>> = {
  "training-use": "use for training",
  choice: "the choice users have",
  "opt-out-reach": "what opting out reaches",
  exceptions: "exceptions that survive the choice",
  scope: "whom the terms bind",
  retention: "how long data is kept",
  deletion: "deletion",
  anonymisation: "anonymisation",
  "human-review": "reading by people",
  sharing: "sharing of data",
  personalisation: "personalisation and advertising",
  "data-collected": "the data collected",
  "safety-feedback": "use of feedback and flagged content",
  "law-enforcement": "disclosure to authorities",
  children: "children",
  notice: "notice of changes",
  "effective-date": "the effective date",
  "acceptable-use": "what users may do",
  "contracting-entity": "the contracting party",
  "commercial-rules": "commercial rules",
  other: "other terms",
};

/** Values as words, by field and value; a value without an entry is said as it is, with spaces for hyphens. */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  "use=permitted": "may be used",
  "use=not-permitted": "may not be used",
  "use=limited": "may be used within limits",
  "period=as-long-as-needed": "as long as needed",
  "period=indefinite": "without end",
  "unless=opt-out": "unless users opt out",
  "unless=opt-in": "only if users opt in",
  "unless=none": "without a choice",
  "default=on": "on by default",
  "default=off": "off by default",
  "form=opt-out": "opting out",
  "form=none": "no opting out",
  "form=opt-in": "opting in",
  "data=flagged": "flagged content",
  "data=personal": "personal data",
  "data=usage": "usage data",
  "data=public": "public data",
  "data=account": "account data",
  "data=third-party": "data of third parties",
  "copy=personal": "personal data",
  "copy=flagged": "flagged content",
  "copy=backend": "back-end copies",
  "copy=api-inputs": "inputs and outputs of the interface for programs",
  "copy=scores": "safety scores",
  "copy=account": "account data",
  "copy=payment": "payment data",
  "period=while-account-open": "as long as the account is open",
  "period=until-deleted": "until users delete it",
  "what=legal": "legal duties",
  "what=de-identified": "de-identified data",
  "what=safety-flagged": "content flagged for safety",
  "with=affiliates": "affiliates",
  "with=service-providers": "service providers",
  "is=per-account": "a day per account",
  "is=day": "a fixed day",
  "is=on-use": "continued use",
};

/**
 * Titles by axis and kind; `{field}` is the value in words. A title is used only if every field it names is
 * there, the first that fits; else the axis alone is named.
 */
export const TITLES: readonly {
  readonly axis: Axis;
  readonly kind: string;
  readonly where?: string;
  readonly text: string;
}[] = [
  {
    axis: "training-use",
    kind: "added",
    where: "use=permitted",
    text: "permits training on {data} {unless}",
  },
  { axis: "training-use", kind: "added", where: "use=permitted", text: "permits training on {data}" },
  {
    axis: "training-use",
    kind: "added",
    where: "use=not-permitted",
    text: "promises not to train on {data}",
  },
  { axis: "training-use", kind: "added", where: "use=limited", text: "limits training on {data}" },
  {
    axis: "training-use",
    kind: "removed",
    where: "use=permitted",
    text: "drops the permission to train on {data}",
  },
  {
    axis: "training-use",
    kind: "removed",
    where: "use=not-permitted",
    text: "drops the promise not to train on {data}",
  },
  {
    axis: "training-use",
    kind: "changed",
    where: "use=permitted",
    text: "now permits training on {data} {unless}",
  },
  { axis: "training-use", kind: "changed", where: "use=permitted", text: "now permits training on {data}" },
  {
    axis: "training-use",
    kind: "changed",
    where: "use=not-permitted",
    text: "no longer permits training on {data}",
  },
  { axis: "choice", kind: "added", text: "adds {form} as a choice" },
  { axis: "choice", kind: "removed", text: "removes {form} as a choice" },
  { axis: "choice", kind: "changed", text: "sets the choice to {default}" },
  { axis: "exceptions", kind: "added", text: "excepts {what} from the choice" },
  { axis: "exceptions", kind: "removed", text: "drops the exception for {what}" },
  { axis: "retention", kind: "added", text: "states that it keeps {copy} for {period}" },
  { axis: "retention", kind: "added", text: "states that it keeps data for {period}" },
  { axis: "retention", kind: "removed", text: "drops the period for which it keeps {copy}" },
  { axis: "retention", kind: "changed", text: "keeps {copy} for {period}" },
  { axis: "retention", kind: "changed", text: "keeps data for {period}" },
  { axis: "sharing", kind: "added", text: "shares data with {with}" },
  { axis: "sharing", kind: "removed", text: "drops sharing with {with}" },
  { axis: "human-review", kind: "added", text: "lets {who} read {data}" },
  { axis: "children", kind: "changed", text: "sets a minimum age of {minimumAge}" },
  { axis: "children", kind: "added", text: "states a minimum age of {minimumAge}" },
  { axis: "notice", kind: "changed", text: "changes its promise of notice to {promised}" },
  { axis: "effective-date", kind: "changed", text: "moves the effective date to {day}" },
  { axis: "acceptable-use", kind: "added", text: "forbids {forbids}" },
  { axis: "acceptable-use", kind: "removed", text: "drops the ban on {forbids}" },
  { axis: "contracting-entity", kind: "changed", text: "changes the contracting party to {name}" },
  { axis: "contracting-entity", kind: "added", text: "names {name} as a contracting party" },
];
