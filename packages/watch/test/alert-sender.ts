/** Sends one alert by the rules in a folder, until it is killed */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dispatch } from "../src/alert/dispatch.ts";
import { parseAlerts } from "../src/alert/parse-alerts.ts";

const [folder = ""] = process.argv.slice(2);
const file = join(folder, "alerts.yaml");
const document = { service: "Wren Chat", type: "Terms" };
await dispatch({
  archiveFolder: folder,
  rules: parseAlerts(readFileSync(file, "utf8"), file),
  alertables: [
    {
      kind: "change",
      class: "change",
      seq: 1,
      exposures: [],
      change: {
        document,
        before: { id: "a", at: 0 },
        after: { id: "b", at: 1 },
        changes: [],
        direction: "neutral",
        impact: {
          score: 0,
          level: "none",
          parts: { scope: 0, severity: 0, default: 0, reversibility: 0 },
          reasons: [],
        },
        regulations: [],
        clocks: { firstSeen: 1, stated: undefined, inForce: undefined, isSilent: false },
        notice: undefined,
        provisions: {},
        summary: "Wren Chat changed",
      },
    },
  ],
  now: Date.now(),
  env: {},
});
