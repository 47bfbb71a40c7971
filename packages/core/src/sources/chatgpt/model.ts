/**
 * The model of a conversation whose record does not name it: looked for in its messages
 */
import { project } from "../json/project.ts";
import { firstName, objectOf } from "../read-field.ts";
import { MODELS } from "./shape.ts";

/** The first model that a message of the conversation names. */
export function modelOf(bytes: Uint8Array): string | undefined {
  const { mapping } = objectOf(project(bytes, MODELS)) as { mapping?: unknown };
  const nodes = mapping instanceof Map ? [...(mapping as Map<string, unknown>).values()] : [];
  const metadata = nodes.map((node) => objectOf(objectOf(objectOf(node)["message"])["metadata"]));
  return firstName(...metadata.map((fields) => fields["model_slug"]));
}
