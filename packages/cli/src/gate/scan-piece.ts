/**
 * **Piece** of a file -> what must not be in it, place by place; in worker threads or in the program
 *
 * Asks the same engine as the filter, about the same pieces.
 */
import { createHash } from "node:crypto";
import { type EntityGroup, groupOf } from "@proviso/core/redact";
import { createEngine, type Engine, type EngineSettings, type LineFinding } from "../redact/engine.ts";
import type { Piece } from "../redact/piece.ts";
import { redactPiece } from "../redact/redact-piece.ts";
import { invalidAt, withReplacements } from "../redact/utf8.ts";
import type { Work } from "../threads/work.ts";
import type { GateFinding } from "./gate-finding.ts";
import { hintOf } from "./hint.ts";
import { isDigest, isInvented } from "./is-own.ts";
import { type Placed, Places } from "./places.ts";

export interface GatePiece extends Piece {
  /** The file's. */
  readonly path: string;
  /** Code units of its first line that earlier pieces held. */
  readonly before: number;
  /** A paper of an export: the digests in it are no findings. */
  readonly isOwnPaper: boolean;
}

export interface ScannedPiece {
  readonly path: string;
  readonly bytes: number;
  /** Some bytes were no UTF-8, and looked at as U+FFFD. */
  readonly isDamaged: boolean;
  readonly findings: readonly GateFinding[];
}

export interface ScanSettings {
  readonly engine: EngineSettings;
  /** Of the digests by which a baseline knows findings again. */
  readonly salt: string;
}

const DIGEST_CHARACTERS = 32;

/** @param engine by default one of its own */
export function createScanWork(
  { engine: settings, salt }: ScanSettings,
  engine: Engine = createEngine(settings),
): Work<GatePiece, ScannedPiece> {
  return (given) => {
    const isDamaged = invalidAt(given.bytes) !== undefined;
    const piece = isDamaged ? { ...given, bytes: withReplacements(given.bytes) } : given;
    const result = redactPiece(engine, piece, { invalid: "replace", findings: true });
    if ("invalid" in result) throw new Error("INVARIANT: wrong bytes are replaced");
    const places = new Places(piece, given.before);
    const contexts = new Contexts(given.path, new Places({ ...piece, bytes: result.bytes }, 0));
    return {
      path: given.path,
      bytes: given.bytes.length,
      isDamaged,
      findings: result.findings.flatMap((found) => {
        const placed = places.at(found);
        if (isInvented(found.type, placed.value)) return [];
        // A piece of a line does not show what stands before: then nothing is taken for a digest.
        const isWhole = given.before === 0 || found.line > given.line;
        if (given.isOwnPaper && isWhole && isDigest(places.lineText(found.line), placed.column, placed.value))
          return [];
        return [findingOf(given.path, salt, found, placed, contexts)];
      }),
    };
  };
}

/** Digests of redacted lines; a line is read once per type, however many findings it has. */
class Contexts {
  readonly #path: string;
  readonly #redacted: Places;
  readonly #byType = new Map<string, string>();
  #line = -1;

  constructor(path: string, redacted: Places) {
    this.#path = path;
    this.#redacted = redacted;
  }

  /** Lines MUST be asked for in order. */
  of(type: string, line: number): string {
    if (line !== this.#line) this.#byType.clear();
    this.#line = line;
    let digest = this.#byType.get(type);
    if (digest === undefined) {
      digest = digestOf(type, this.#path, this.#redacted.lineText(line));
      this.#byType.set(type, digest);
    }
    return digest;
  }
}

function findingOf(
  path: string,
  salt: string,
  found: LineFinding,
  { line, column, value }: Placed,
  contexts: Contexts,
): GateFinding {
  const { type, score, validation, recognizer } = found;
  const group: EntityGroup = groupOf(type);
  const lines = value.split("\n");
  const last = lines.at(-1) ?? "";
  return {
    path,
    line,
    column,
    endLine: line + lines.length - 1,
    endColumn: lines.length === 1 ? column + value.length : last.length + 1,
    type,
    group,
    score,
    validation,
    recognizer,
    hint: hintOf(value, type, group),
    digest: digestOf(salt, type, path, value),
    context: contexts.of(type, found.line),
  };
}

function digestOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  // Each with its length: no two lists of parts are the same bytes.
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex").slice(0, DIGEST_CHARACTERS);
}
