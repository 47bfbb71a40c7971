/** **OutboxLine**: one line of `state/alerts.jsonl`. Times: milliseconds since 1970, UTC. */
import { z } from "zod";
import type { Alertable } from "../alertable.ts";
import type { Digest } from "../digest.ts";

const content = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === "object" && value !== null);
const intent = { id: z.string(), rule: z.string(), channel: z.string(), at: z.number() };

export const outboxLine = z.discriminatedUnion("is", [
  /** What is told, once for all its deliveries. */
  z.object({ is: z.literal("what"), what: z.string(), alertable: content<Alertable>() }),
  z.object({ is: z.literal("intent"), ...intent, what: z.string(), clauses: z.array(z.string()) }),
  z.object({ is: z.literal("digest-intent"), ...intent, digest: content<Digest>() }),
  z.object({ is: z.literal("failed"), id: z.string(), at: z.number(), reason: z.string() }),
  z.object({ is: z.literal("sent"), id: z.string(), at: z.number() }),
  z.object({
    is: z.literal("given-up"),
    id: z.string(),
    rule: z.string(),
    channel: z.string(),
    at: z.number(),
    reason: z.string(),
  }),
  /** Waits for the rule's next digest. */
  z.object({ is: z.literal("collected"), rule: z.string(), what: z.string() }),
  /** The rule's digests reach to here: the first line of a rule says where they begin. */
  z.object({ is: z.literal("digested"), rule: z.string(), to: z.number(), whats: z.array(z.string()) }),
]);

export type OutboxLine = z.output<typeof outboxLine>;
