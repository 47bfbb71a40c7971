/** A certificate of deletion. */
import { digestOfJson } from "../../export/digest.ts";
import { type Check, failed, lacking, notChecked, ok } from "../checklist.ts";
import { DELETION, DELETION_FORMAT, type Deletion, deletionToken } from "../deletion.ts";
import { parsed } from "../parsed.ts";
import { placedChecks } from "../placed.ts";
import type { Asked, Verifier } from "./artefact.ts";
import { headOf } from "./evidence.ts";

export const deletion: Verifier = {
  says: "certificate of deletion",
  isAboutOne: true,
  is: (_, format) => format === DELETION_FORMAT,
  verify({ file, json }, scene) {
    const given = parsed(DELETION, json);
    const { evidence, ...body } = given;
    const isLogged = digestOfJson(body) === digestOfJson(evidence.opening.value);
    return [
      ok("form", `a certificate for ${printSubject(given)} and ${given.stores.map(printStore).join(", ")}`),
      isLogged
        ? ok("content", "the certificate says what was logged")
        : failed("content", "the certificate says something else than what was logged"),
      subjectCheck(given, scene.asked),
      ...placedChecks(evidence, file.name, scene, "deletion"),
      keyCheck(given),
      notChecked("other-copies", "that there is no copy in a store that the certificate does not name"),
    ];
  },
  heads: ({ file, json }) => [headOf(parsed(DELETION, json).evidence, file.name)],
};

function subjectCheck({ subject }: Deletion, { conversation, key }: Asked): Check {
  if ("copy" in subject) {
    return conversation === undefined
      ? notChecked("subject", `what the copy \`${subject.copy}\` was a copy of`)
      : lacking(
          "subject",
          `whether the copy \`${subject.copy}\` was one of \`${conversation}\`: a certificate does not tell`,
        );
  }
  if (conversation === undefined)
    return notChecked("subject", "whose conversation this is: name one, with the key");
  if (key === undefined) {
    return lacking(
      "subject",
      `whether this is \`${conversation}\`: its token is made with a key that was not given`,
    );
  }
  return deletionToken(key, conversation) === subject.conversation
    ? ok("subject", `the token is that of \`${conversation}\``)
    : failed("subject", `the token is not that of \`${conversation}\` under this key`);
}

function keyCheck({ keyDestroyed }: Deletion): Check {
  return keyDestroyed === null
    ? notChecked("key", "copies that were overlooked: no key was destroyed, so that they could still be read")
    : notChecked(
        "key",
        `that nobody kept the key \`${keyDestroyed.key}\`, said to be destroyed at ${keyDestroyed.at}`,
      );
}

function printSubject({ subject }: Deletion): string {
  return "copy" in subject ? `the copy \`${subject.copy}\`` : "a conversation";
}

function printStore({ store, at }: Deletion["stores"][number]): string {
  return `\`${store}\` at ${at}`;
}
