/**
 * `message_feedback.json` of a ChatGPT export -> **Feedback**
 *
 * What the person wrote with a rating is passed over: that there is feedback is the evidence.
 */
import type { Feedback } from "../conversation.ts";
import type { RecordReader } from "../export/record-reader.ts";
import { dateOf } from "../export/span.ts";
import { firstName, nameOf } from "../read-field.ts";
import type { SourceFile } from "../source.ts";
import { FEEDBACK } from "./shape.ts";

/** `given` remembers what was read from other batches. */
export async function* readFeedback(
  reader: RecordReader,
  file: SourceFile,
  given: Set<string>,
  account: string | undefined,
): AsyncGenerator<Feedback> {
  for await (const record of reader.records(file, FEEDBACK)) {
    const { value, raw, context } = record;
    const id = nameOf(value["id"]);
    const conversation = nameOf(value["conversation_id"]);
    if (id === undefined || conversation === undefined) {
      reader.malformed("the feedback names no conversation", record);
      continue;
    }
    // Batches repeat feedback; one message may be rated twice, at two times.
    const key = `${id} ${String(value["create_time"])} ${String(value["rating"])}`;
    if (given.has(key)) continue;
    given.add(key);
    yield {
      kind: "feedback",
      id,
      conversation,
      account: nameOf(value["user_id"]) ?? account,
      // Without `message_id`, the feedback's own id is that of the message.
      item: firstName(value["message_id"], id),
      feedback: "rating",
      rating: ratingOf(value["rating"]),
      at: dateOf(value["create_time"], "create_time", { raw, context }),
    };
  }
}

/** `thumbs_up`, `thumbsUp` and the like; another scale keeps its own word. */
function ratingOf(value: unknown): string | undefined {
  const rating = nameOf(value);
  const word = rating?.toLowerCase().replace(/[^a-z]/g, "");
  if (word === "thumbsup") return "up";
  return word === "thumbsdown" ? "down" : rating;
}
