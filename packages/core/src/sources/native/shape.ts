/**
 * The fields of a native line; every other one is a fault.
 */
import type { Shape } from "../json/shape.ts";
import type { TextMode } from "../messages/message-shape.ts";

function lineShape(text: TextMode): Shape {
  return {
    object: {
      id: "value",
      account: "value",
      title: "value",
      createdAt: "date",
      updatedAt: "date",
      surface: "value",
      mode: "value",
      credential: "value",
      model: "value",
      items: {
        array: {
          object: {
            id: "value",
            role: "value",
            source: "value",
            at: "date",
            text: { string: text },
            pasted: "value",
            hidden: "value",
            name: "value",
            signal: "value",
          },
        },
      },
      feedback: {
        array: { object: { at: "date", kind: "value", rating: "value", item: "value", id: "value" } },
      },
    },
  };
}

export const LINE: Readonly<Record<TextMode, Shape>> = {
  measure: lineShape("measure"),
  text: lineShape("text"),
};
