/**
 * What commander hands to a command, by name. Only types: loading this costs nothing.
 */
import type { Command } from "commander";
import type { Terminal } from "../terminal/terminal.ts";

export interface Context {
  readonly terminal: Terminal;
  /** Epoch milliseconds at which the program started: what `now` means everywhere. */
  readonly now: number;
  /** Arguments as typed, to tell how to run the command again. */
  readonly argv: readonly string[];
  /** The whole tree of commands, made anew. */
  readonly commands: () => Command;
}

export interface QuestionOptions {
  readonly account?: string;
  readonly events?: readonly string[];
  readonly policy?: string;
  readonly policies?: readonly string[];
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly known?: number;
  readonly strict?: boolean;
  readonly purpose?: readonly string[];
}

export interface ScanOptions extends QuestionOptions {
  /** False for `--no-report`. */
  readonly report: string | false;
  readonly redact?: boolean;
  /** A redaction profile: the name of one that comes along, or a file. */
  readonly profile?: string;
}

export interface DecideOptions extends QuestionOptions {
  readonly format: "jsonl" | "csv";
  readonly full?: boolean;
  readonly resume?: boolean;
  readonly out?: string;
  readonly items?: boolean;
  /** A ledger in which events, policies and decisions are logged. */
  readonly ledger?: string;
}

export interface WhatIfOptions extends QuestionOptions {
  /** A day or an instant, as written. */
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly items?: boolean;
  readonly list?: string;
  readonly html?: string;
  readonly failOn?: "permit" | "change";
  /** Tables of events or of facts, in place of exports. */
  readonly lake?: readonly string[];
  /** Bytes. */
  readonly memory?: number;
  readonly threads?: number;
  readonly buckets?: number;
  readonly work?: string;
}

export interface ReceiptIssueOptions {
  readonly ledger: string;
  readonly controller: string;
  readonly out: string;
  readonly keyFile?: string;
  /** An account. */
  readonly subject?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly known?: number;
}

export interface ReplayOptions extends PolicyOptions {
  /** A folder, or a `postgres://` address. */
  readonly ledger: string;
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly known?: number;
}

export interface LineageOptions {
  readonly account?: string;
  readonly events?: readonly string[];
  readonly ledger?: string;
  /** Folders that `proviso export` has written. */
  readonly export?: readonly string[];
  readonly keyFile?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly known?: number;
}

export interface RunStartOptions {
  readonly ledger: string;
  readonly export: string;
  readonly run: string;
  readonly model?: string;
  readonly purpose?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
}

export interface ExplainOptions extends QuestionOptions {
  readonly item?: string;
}

export interface InitOptions extends PolicyOptions {
  readonly product?: string;
  readonly account?: string;
  readonly out: string;
  readonly set?: readonly string[];
  readonly force?: boolean;
}

export interface PolicyOptions {
  readonly policies?: readonly string[];
}

export interface PolicyShowOptions extends PolicyOptions {
  readonly yaml?: boolean;
}

export interface PolicyDiffOptions extends PolicyOptions {
  readonly purpose?: readonly string[];
  readonly details?: boolean;
  readonly markdown?: boolean;
  readonly exitCode?: boolean;
}

export interface PolicyProveOptions extends PolicyOptions {
  readonly promises?: string;
  readonly only?: readonly string[];
  readonly method: "auto" | "enumerate" | "z3";
  /** Milliseconds. */
  readonly timeout?: number;
  readonly out?: string;
}

export interface PolicyCheckOptions {
  readonly strict?: boolean;
}

export interface CasesOptions extends PolicyOptions {
  readonly only?: "training" | "safety" | "retention";
  readonly confidence: "certain" | "all";
  readonly knownFailures?: string;
}

export interface EvaluateOptions {
  readonly labels?: string;
  readonly threshold: number | string;
  readonly predictions?: string;
  readonly mistakes?: string;
}

export interface ExportOptions extends QuestionOptions {
  readonly out?: string;
  readonly format: string;
  readonly profile?: string;
  readonly keyFile?: string;
  readonly scope?: string;
  readonly shardSize: number;
  readonly workers?: number;
  readonly hidden?: boolean;
  readonly ids?: boolean;
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: string;
  readonly country?: string;
  readonly resume?: boolean;
  readonly force?: boolean;
}

export interface ProveOptions {
  readonly export?: string;
  readonly conversation?: string;
  readonly item?: string;
  readonly keyFile?: string;
  readonly out?: string;
  readonly discloseKey?: boolean;
}

export interface RedactOptions {
  readonly stdin?: boolean;
  readonly format: "auto" | "jsonl" | "text";
  readonly profile: string;
  readonly keyFile?: string;
  readonly scope?: string;
  readonly subject?: string;
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly workers?: number;
  readonly findings?: string;
  readonly invalid: "error" | "replace";
}

export interface DecryptOptions {
  readonly stdin?: boolean;
  readonly format: "auto" | "jsonl" | "text";
  readonly keyFile?: string;
  readonly scope?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly inPlace?: boolean;
}

export interface CheckOptions extends QuestionOptions {
  readonly format: "text" | "json" | "sarif" | "github";
  readonly profile: string;
  readonly keyFile?: string;
  readonly scope?: string;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly exclude?: readonly string[];
  readonly failOn?: string;
  readonly workers?: number;
}

export interface VerifyOptions {
  readonly key?: readonly string[];
  readonly conversation?: string;
  readonly item?: string;
  readonly keyFile?: string;
  readonly against?: string;
  readonly page?: string;
}
