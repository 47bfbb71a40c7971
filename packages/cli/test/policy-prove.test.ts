/** `proviso policy prove`: packs keep their promises, flaws are found, and what is shown is so. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type NamedPromise,
  type Policy,
  parsePolicy,
  parsePromises,
  prove,
  type Solver,
} from "@proviso/core/policy";
import { afterAll, describe, expect, it } from "vitest";
import { builtInPromise } from "../../core/src/policy/prove/promised.ts";
import { packsFolder } from "../src/packs/find.ts";
import { promisingPacks } from "../src/packs/promises.ts";
import { z3Solver } from "../src/solver/z3.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const solver = z3Solver();
afterAll(() => solver.close());

const packs = await promisingPacks([], [packsFolder()]);
const promised = packs.flatMap(({ name, sets, promised: all }) => all.map((one) => ({ name, sets, ...one })));
const FILE = join(packsFolder(), "anthropic/claude-consumer/2025-10-08.yaml");
const { policy: consumer } = parsePolicy(readFileSync(FILE, "utf8"), FILE);

/** What exceptions say of refusals, as `policy rule`. */
const excepted = new Set(
  promised.flatMap(({ policy, except }) => except.map((rule) => `${policy.id} ${rule}`)),
);

describe("the packs", () => {
  it.each(packs)(
    "$name keeps what it promises",
    async ({ sets, promised: all }) => {
      for (const { promise, policy, except } of all) {
        const set = sets.get(policy.product);
        const { verdict, note } = await prove(promise, policy, { solver, set, except });
        expect(
          `${policy.id}@${policy.version} ${promise.id}: ${verdict} ${verdict === "proved" ? "" : note}`,
        ).toBe(`${policy.id}@${policy.version} ${promise.id}: proved `);
      }
    },
    60_000,
  );

  it("leave out the listed carve-outs and no others", () => {
    const file = join(import.meta.dirname, "../../../conformance/carve-outs.json");
    const listed = JSON.parse(readFileSync(file, "utf8")) as {
      policy: string;
      rule: string;
      purposes: string[];
      stops: string[];
    }[];
    const refusals = listed.filter(
      ({ purposes, stops }) => purposes.includes("train-general") && stops.includes("withdrawal"),
    );
    expect([...excepted].sort()).toEqual(refusals.map(({ policy, rule }) => `${policy} ${rule}`).sort());
  });

  it("need each of their exceptions", async () => {
    const needed = new Set<string>();
    for (const { promise, policy, except } of promised) {
      for (const rule of except) {
        if (needed.has(`${policy.id} ${rule}`)) continue;
        const without = except.filter((one) => one !== rule);
        const { verdict } = await prove(promise, policy, { solver, except: without });
        if (verdict === "broken") needed.add(`${policy.id} ${rule}`);
      }
    }
    expect([...needed].sort()).toEqual([...excepted].sort());
  }, 120_000);
});

function withoutRule(rule: string): Policy {
  return { ...consumer, rules: consumer.rules.filter(({ id }) => id !== rule) };
}

function first(rule: string): Policy {
  const moved = consumer.rules.filter(({ id }) => id === rule);
  return { ...consumer, rules: [...moved, ...consumer.rules.filter(({ id }) => id !== rule)] };
}

/** As a file, so that a comparison can be turned round where it is written. */
function rewritten(from: string, to: string): Policy {
  const text = readFileSync(FILE, "utf8");
  expect(text).toContain(from);
  return parsePolicy(text.replace(from, to), FILE).policy;
}

const refusal = builtInPromise("refusal-never-permits");
const carveOuts = ["feedback", "feedback-after-deletion"];

/** A promise that the policy keeps as it is. */
function never(when: string, more: readonly string[] = []): NamedPromise {
  const rules = [...carveOuts, ...more].join(", ");
  const text = `promises:\n  - { id: a, says: b, never: { permit: [train-general], when: '${when}', except: [${rules}] } }`;
  const [promise] = parsePromises(text, "promises.yaml").promises;
  if (promise === undefined) throw new Error("no promise");
  return promise;
}

const incognito = never('conversation.mode == "incognito"');
const objection = never("has(objection.filedAt)");
const older = never("conversation.createdAt < training.grantedAt", ["resumed-chat", "resumed-chat-old-part"]);

describe("a planted flaw is found", () => {
  it.each([
    ["a rule that denies is gone", incognito, withoutRule("incognito"), "resumed-chat"],
    ["a permit stands too high", objection, first("new-chat"), "new-chat"],
    [
      "a comparison is turned round",
      older,
      rewritten(
        "conversation.createdAt >= training.grantedAt",
        "conversation.createdAt <= training.grantedAt",
      ),
      "new-chat",
    ],
    [
      "a literal has a slip",
      objection,
      rewritten("has(objection.filedAt)", "has(notice.shownAt)"),
      "resumed-chat",
    ],
  ])(
    "%s",
    async (_, promise, flawed, rule) => {
      expect(await prove(promise, consumer, { solver })).toMatchObject({
        verdict: "proved",
        histories: false,
      });
      const found = await prove(promise, flawed, { solver });
      expect(found).toMatchObject({ verdict: "broken", counterexample: { minimal: true, rules: [rule] } });
      expect(found.counterexample?.history).toMatchObject({ missing: [], inForce: true });
      expect(await prove(promise, flawed, { solver })).toEqual(found);
    },
    60_000,
  );

  it("is told apart from what no history gives", async () => {
    const found = await prove(refusal, withoutRule("opted-out"), { solver, except: carveOuts });
    expect(found).toMatchObject({ verdict: "proved", histories: true });
  });

  it("a hold that opens a use, with both states", async () => {
    const [rule] = consumer.rules.filter(({ id }) => id === "new-chat");
    if (rule === undefined) throw new Error("no rule");
    const when = { kind: "has" as const, name: "hold.placedAt" as const };
    const flawed = { ...consumer, rules: [{ ...rule, id: "held", when }, ...consumer.rules] };
    const found = await prove(builtInPromise("hold-never-permits"), flawed, { solver });
    expect(found.verdict).toBe("broken");
    expect(found.counterexample?.rules).toEqual(["held"]);
    expect(found.counterexample?.other?.name).toBe("without the hold");
  });
});

describe("what cannot be decided", () => {
  const silent: Solver = { name: "a solver", check: async () => ({ status: "unknown", model: "" }) };

  it("is undecided where the solver gives no answer", async () => {
    const found = await prove(refusal, consumer, { solver: silent, except: carveOuts });
    expect(found).toMatchObject({ verdict: "undecided", methods: ["solver"] });
    expect(found.note).toContain("too many classes to enumerate; a solver gave no answer");
  });

  it("is undecided where there are too many classes and no solver", async () => {
    const found = await prove(refusal, consumer, { except: carveOuts });
    expect(found).toMatchObject({ verdict: "undecided", classes: 0 });
  });

  it("is never taken for proved when Z3 has no time", async () => {
    const unknown = builtInPromise("unknown-never-permits");
    const found = await prove(unknown, consumer, { solver, timeoutMs: 1 });
    expect(["undecided", "broken"]).toContain(found.verdict);
  });
});

describe("the command", () => {
  const pack = (): string => {
    const at = join(folder.path, "pack");
    mkdirSync(join(at, "chats"), { recursive: true });
    writeFileSync(
      join(at, "chats/2025-10-08.yaml"),
      readFileSync(FILE, "utf8").replace(/^supersedes: .*\n/m, ""),
    );
    return at;
  };

  it("shows what breaks a promise, and explain says the same of it", async () => {
    const at = pack();
    writeFileSync(
      join(at, "promises.yaml"),
      `promises:
  - id: never-trains
    says: Nothing trains.
    never: { permit: [train-general], when: 'training.choice == "granted"' }
`,
    );
    const out = join(folder.path, "out");
    const args = ["policy", "prove", at, "--only", "never-trains", "--out", out, "--json"];
    const { code, stdout } = await run(args);
    expect(code).toBe(1);
    const [proof] = JSON.parse(stdout).proofs;
    expect(proof).toMatchObject({
      verdict: "broken",
      of: "histories",
      counterexample: { history: { missing: [] } },
    });
    const { history, purpose, rules } = proof.counterexample;
    const explained = await run([
      "explain",
      "conversation-1",
      join(out, "conversation.jsonl"),
      ...["--account", join(out, "account.yaml"), "--at", history.at, "--purpose", purpose],
      ...["--policies", at, "--json"],
    ]);
    expect(explained.code).toBe(0);
    expect(explained.stdout).toContain(`"rule":"${rules[0]}"`);
    expect(explained.stdout).toContain('"use":"permit"');
    const shown = await run(args.slice(0, 5));
    expect(shown.stdout).toMatch(/broken +never-trains/);
    expect(shown.stdout).toContain("explained by: proviso explain conversation-1 conversation.jsonl");
  }, 60_000);

  it.each([
    [
      "an unknown policy",
      "promises:\n  - { id: a, says: b, policies: [x/y], always: { deny: [sale] } }",
      "`x/y`",
    ],
    ["no form", "promises:\n  - { id: a, says: b }", "promises nothing"],
    ["a mistyped key", "promises:\n  - { id: a, says: b, nevr: {} }", "unknown key `nevr`"],
    [
      "a condition that is none",
      "promises:\n  - { id: a, says: b, never: { permit: [sale], when: x } }",
      "`x`",
    ],
    [
      "an unknown rule",
      "promises:\n  - { id: a, says: b, never: { permit: [sale], except: [nope] } }",
      "`nope`",
    ],
    [
      "a name of ours",
      "promises:\n  - { id: hold-never-permits, says: b, always: { deny: [sale] } }",
      "of every policy",
    ],
  ])("refuses %s in one clear error", async (_, text, named) => {
    const at = pack();
    writeFileSync(join(at, "promises.yaml"), `${text}\n`);
    const { code, stdout, stderr } = await run(["policy", "prove", at]);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr).toContain("promises.yaml:");
  });

  it("says NOT_FOUND for a pack that is not there", async () => {
    const { code, stderr } = await run(["policy", "prove", "nowhere"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: no pack, policy, folder or file is named `nowhere`");
  });
});
