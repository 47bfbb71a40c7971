/**
 * `redaction.yaml` -> **Profile** -> redact
 *
 * What is to be found, and what is written in its place. Plain data: it can be sent to a worker,
 * printed and hashed.
 */
import type { EntityType } from "../entity.ts";
import type { Operator } from "../operators/operator.ts";

export const ROLES = ["system", "user", "assistant", "tool"] as const;
export type Role = (typeof ROLES)[number];

export const FLAG_ACTIONS = ["report", "exclude"] as const;

/** What a role may have of its own. */
export interface Rules {
  /** Findings with a lower score are not acted on; 0 to 1. */
  readonly threshold: number;
  /** For types that neither they nor their group are named in `entities`. */
  readonly default: Operator;
  /** By type, or by group of types; a type's own entry comes before its group's. */
  readonly entities: Readonly<Record<string, Operator>>;
}

export interface Profile extends Rules {
  readonly profile: string;
  /** The scope of pseudonyms, unless the run names another. */
  readonly scope?: string;
  readonly names: Names;
  /** What becomes of documents that speak of special categories of personal data (GDPR Article 9). */
  readonly flags: (typeof FLAG_ACTIONS)[number];
  /** Languages of the data; without any, recognizers of all languages are asked. */
  readonly languages: readonly string[];
  readonly allow: readonly Allowed[];
  readonly deny: readonly Denied[];
  readonly recognizers: readonly CustomRecognizer[];
  readonly fields: readonly FieldRule[];
  readonly roles: Readonly<Partial<Record<Role, Rules>>>;
}

export interface Names {
  readonly on: boolean;
  /** A model of the user's own that is asked besides. */
  readonly model?: NameModel;
}

export type NameModel =
  | { readonly http: string; readonly timeoutSeconds: number }
  | { readonly onnx: string; readonly vocabulary?: string };

/** Values that are never redacted. */
export interface Allowed {
  readonly values: readonly string[];
  /** Regular expressions (RE2) that a value matches as a whole. */
  readonly patterns: readonly string[];
  readonly ignoreCase: boolean;
  /** Only as one of these types; empty for any. */
  readonly types: readonly EntityType[];
}

/** Values that are always redacted, wherever they stand as whole words. */
export interface Denied {
  readonly type: EntityType;
  readonly values: readonly string[];
  readonly ignoreCase: boolean;
}

export interface CustomRecognizer {
  readonly name: string;
  readonly type: EntityType;
  readonly patterns: readonly CustomPattern[];
  /** The name of a checksum that a match must have. */
  readonly validator?: string;
  readonly context?: CustomContext;
  readonly deny: readonly string[];
  readonly allow: readonly string[];
  readonly languages: readonly string[];
  readonly ignoreCase: boolean;
}

export interface CustomPattern {
  /** RE2 syntax. */
  readonly regex: string;
  readonly score: number;
}

export interface CustomContext {
  readonly words: readonly string[];
  /** Added to the score where one of the words stands near. */
  readonly boost: number;
  /** Without one of the words there is no finding. */
  readonly required: boolean;
}

/** What to do at a place of structured data whatever stands there. */
export interface FieldRule {
  readonly path: FieldPath;
  /** The type the value is redacted as, or `keep`: it is never touched. */
  readonly as: EntityType | "keep";
}

/** Names and positions; `*` is any one of them, `**` any number of them. */
export type FieldPath = readonly string[];
