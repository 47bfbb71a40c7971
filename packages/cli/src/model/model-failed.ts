/**
 * The one way a model's failure is told
 *
 * Never with the text it was asked about, nor with what it answered, which may repeat the text.
 */
import { type Place, ProvisoError } from "@proviso/core";

export type Fail = (message: string, hint: string, cause?: unknown) => ProvisoError;

/** @param place where the profile names the model */
export function failures(place: Place): Fail {
  return (message, hint, cause) =>
    new ProvisoError("MODEL_FAILED", message, { place, hint, ...(cause === undefined ? {} : { cause }) });
}
