/** Writes the JSON Schemas for editors. `--check` fails if a file is stale. */
import { PROMISES_SCHEMA } from "../packages/core/src/policy/prove/promises-schema.ts";
import { POLICY_SCHEMA } from "../packages/core/src/policy/schema.ts";
import { formatted } from "./formatted.ts";
import { writeOrCheck } from "./generated.ts";
import * as controller from "./schemas/controller.ts";
import * as event from "./schemas/event.ts";
import * as manifest from "./schemas/manifest.ts";
import * as membership from "./schemas/membership.ts";
import * as receipt from "./schemas/receipt.ts";
import * as redaction from "./schemas/redaction.ts";
import * as timeline from "./schemas/timeline.ts";

writeOrCheck(
  new URL("../policies/schema/policy.schema.json", import.meta.url),
  `${JSON.stringify(POLICY_SCHEMA, null, 2)}\n`,
);

writeOrCheck(
  new URL("../policies/schema/promises.schema.json", import.meta.url),
  `${JSON.stringify(PROMISES_SCHEMA, null, 2)}\n`,
);

for (const { path, content } of [controller, event, manifest, membership, receipt, redaction, timeline]) {
  writeOrCheck(new URL(`../${path}`, import.meta.url), formatted(path, content));
}
