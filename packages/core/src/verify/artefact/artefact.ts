/**
 * GivenFile -> **Artefact**: a file of a kind that can be verified, known by its content
 */
import type { SignedCheckpoint, VerifierKey } from "../../ledger/index.ts";
import type { Check } from "../checklist.ts";
import type { GivenFile } from "../given.ts";
import type { Link } from "../history.ts";

export interface Artefact {
  readonly file: GivenFile;
  readonly text: string;
  /** Undefined for what is no JSON. */
  readonly json: unknown;
  readonly verifier: Verifier;
}

/** What whoever verifies knows and wants to know. */
export interface Asked {
  /** Keys that are trusted to be those of the logs and witnesses they name. */
  readonly keys: readonly VerifierKey[];
  /** Whether it is of this conversation that something is shown. */
  readonly conversation?: string | undefined;
  /** An item of it. */
  readonly item?: string | undefined;
  /** The key that exports and certificates are made with. */
  readonly key?: Uint8Array | undefined;
  /** A checkpoint that was seen before. */
  readonly against?: SignedCheckpoint | undefined;
  /** Folders that were given whole, each with its last slash: what a manifest in one names must be there. */
  readonly wholeFolders?: readonly string[] | undefined;
}

/** Everything that was given together. */
export interface Scene {
  readonly asked: Asked;
  readonly files: readonly GivenFile[];
  readonly artefacts: readonly Artefact[];
  /** Files of no known kind, which may be what others speak of. */
  readonly others: readonly GivenFile[];
  readonly heads: readonly SignedCheckpoint[];
  readonly links: readonly Link[];
}

/** How one kind of artefact is verified. */
export interface Verifier {
  /** What it is, in words. */
  readonly says: string;
  /** Whether it tells of one conversation, and says whether it is the one that was asked about. */
  readonly isAboutOne?: boolean;
  /** Whether the file is of this kind. */
  is(text: string, format: string | undefined): boolean;
  /** @throws ProvisoError and others for what cannot be read: a failed check of its form */
  verify(artefact: Artefact, scene: Scene): readonly Check[];
  /** The checkpoints it holds; throws as `verify` does. */
  heads?(artefact: Artefact): readonly SignedCheckpoint[];
  /** The heads of which it proves that one goes on from the other. */
  links?(artefact: Artefact): readonly Link[];
  /** Those of the other files that it speaks of, good or not: they are no artefacts of their own. */
  uses?(artefact: Artefact, others: readonly GivenFile[]): readonly GivenFile[];
}
