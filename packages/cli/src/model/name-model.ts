/**
 * Texts of a document -> **NameModel** -> known values of the redactor
 *
 * What the user's own model says of names, whatever kind of model it is. Only names are taken from
 * it: numbers and keys are found by their form, which is surer than any model's guess. A label that
 * nobody here knows is kept for the user to hear of, since names may be behind it.
 */
import type { KnownValue } from "@proviso/core/redact";
import { knownValues } from "./known-values.ts";
import { nameTypeOf } from "./name-labels.ts";
import { plainText } from "./plain-text.ts";
import type { SpanModel } from "./span-model.ts";

export interface NameModel {
  /** Another model, or another version of its file, has another one. */
  readonly id: string;
  /** Labels that it has used and that are in no table. */
  readonly unknownLabels: ReadonlySet<string>;
  /** @throws ProvisoError MODEL_FAILED; from then on, always */
  find(texts: readonly string[]): Promise<readonly KnownValue[]>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export function createNameModel(model: SpanModel): NameModel {
  const unknownLabels = new Set<string>();
  let failed: { readonly error: unknown } | undefined;
  return {
    id: model.id,
    unknownLabels,
    async find(texts) {
      if (failed !== undefined) throw failed.error;
      const text = plainText(texts);
      if (text === "") return [];
      const spans = await model.find(text).catch((error: unknown) => {
        failed ??= { error };
        throw error;
      });
      return knownValues(text, spans, (label) => nameTypeOf(label, unknownLabels));
    },
    close: () => model.close(),
  };
}
