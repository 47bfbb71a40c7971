import type { Axis } from "../../axes/axis.ts";

/**
 * Values that say *which* fact it is (of whom, of what, of which copy); the others are what it says.
 * Facts of two versions with the same identity are one fact that may have changed.
 */
export const IDENTITY: Readonly<Record<Axis, readonly string[]>> = {
  "training-use": ["data", "who", "model"],
  choice: ["of", "who"],
  "opt-out-reach": [],
  exceptions: ["to", "what"],
  scope: ["covers", "exempts", "regions"],
  retention: ["copy", "if"],
  deletion: ["by", "copy"],
  anonymisation: ["data", "use"],
  "human-review": ["when"],
  sharing: ["with", "data", "for"],
  personalisation: ["of", "data"],
  "data-collected": ["data"],
  "safety-feedback": ["data", "use"],
  "law-enforcement": ["with", "when"],
  children: [],
  notice: ["of"],
  "effective-date": [],
  "acceptable-use": ["forbids", "permits", "requires"],
  "contracting-entity": ["role", "regions"],
  "commercial-rules": ["what"],
  other: ["topic"],
};

/**
 * Axes of which a document says many things side by side, often in one clause: there a fact with another
 * identity is another fact, never the same one changed.
 */
export const SIDE_BY_SIDE: ReadonlySet<Axis> = new Set<Axis>([
  "exceptions",
  "scope",
  "sharing",
  "data-collected",
  "acceptable-use",
  "commercial-rules",
  "other",
]);

/**
 * Values of an identity that mean the same in this respect: what survives an opt-out, and what is used
 * although no one opted in, is the same use despite the user's choice.
 */
export const KIN: Readonly<Partial<Record<Axis, Readonly<Record<string, string>>>>> = {
  exceptions: { "training-opt-in": "training-opt-out" },
};
