/**
 * Profile -> its **NameModel**, ready to be asked; nothing where it names none
 *
 * Kept out of the way of everybody else: what a model needs is loaded only here.
 */
import { dirname, resolve } from "node:path";
import { type Place, ProvisoError } from "@proviso/core";
import type { Profile } from "@proviso/core/redact";
import { failures } from "./model-failed.ts";
import { createNameModel, type NameModel } from "./name-model.ts";

/**
 * @param file the profile's file; paths in it start from its folder
 * @throws ProvisoError PROFILE_INVALID for an address that is none, MODEL_FAILED, NOT_FOUND
 */
export async function openNameModel(
  { names: { model }, languages }: Profile,
  file: string | undefined,
): Promise<NameModel | undefined> {
  if (model === undefined) return undefined;
  const place: Place = { file, field: "names.model" };
  const fail = failures(place);
  if ("http" in model) {
    const { httpModel } = await import("./http/http-model.ts");
    const { timeoutSeconds } = model;
    return createNameModel(httpModel({ url: urlOf(model.http, place), timeoutSeconds, languages, fail }));
  }
  const { onnxModel } = await import("./onnx/onnx-model.ts");
  const folder = dirname(file ?? "");
  const vocabulary = model.vocabulary === undefined ? undefined : resolve(folder, model.vocabulary);
  return createNameModel(await onnxModel({ onnx: resolve(folder, model.onnx), vocabulary, fail }));
}

function urlOf(address: string, place: Place): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new ProvisoError("PROFILE_INVALID", "the model's address is no HTTP address", {
    place: { ...place, field: "names.model.http" },
    hint: "such as `http://127.0.0.1:5002/analyze`",
  });
}
