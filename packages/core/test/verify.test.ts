/** What is verified, what is not, and that the list says which check it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newSigningKey, parseCheckpoint, printCheckpoint, printNote, signNote } from "../src/ledger/index.ts";
import { type Checklist, type GivenFile, verify } from "../src/verify/index.ts";
import { repeatedKey } from "../src/verify/repeated-key.ts";
import { askedOf, given, KINDS, type Kind, sampleOf } from "./verify-sample.ts";

const ONE = sampleOf(1);
const OTHER = sampleOf(2);

function textOf({ content }: GivenFile): string {
  return new TextDecoder().decode(content);
}

function outcomes({ checks }: Checklist, outcome: "failed" | "not-checked"): readonly string[] {
  return checks.filter((one) => one.outcome === outcome).map(({ name }) => name);
}

function failures(lists: readonly Checklist[]): readonly string[] {
  return lists.flatMap((list) => outcomes(list, "failed"));
}

/** As JSON sees it, where it is JSON: spaces between values mean nothing. */
function meaningOf(content: Uint8Array): unknown {
  const text = new TextDecoder().decode(content);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe.each(KINDS)("%s", (kind: Kind) => {
  const files = ONE.files[kind];
  const asked = askedOf(ONE, kind);

  it("is verified with its keys, and says what was not checked", () => {
    const lists = verify(files, asked);
    expect(lists.map(({ file, verdict, says }) => [file, verdict, says])).toEqual(
      lists.map(({ file }) => [
        file,
        "verified",
        "verified: nothing failed, and a key that you named has signed",
      ]),
    );
    expect(outcomes(lists[0] as Checklist, "not-checked").length).toBeGreaterThan(0);
  });

  it("is consistent and no more without a key", () => {
    const [list] = verify(files, { ...asked, keys: [] });
    expect(list?.verdict).toBe("consistent");
    expect(list?.says).toContain("not signed by a key that you named");
  });

  it("is refused under the keys of another log", () => {
    const [list] = verify(files, { ...asked, keys: OTHER.keys });
    expect([list?.verdict, list?.says]).toEqual(["failed", expect.stringContaining("signature")]);
  });

  it("is refused with any bit changed in any of its files, and the list names a check", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(7), (which, place, bit) => {
        const at = which % files.length;
        const file = files[at] as GivenFile;
        const content = Uint8Array.from(file.content ?? []);
        const byte = place % content.length;
        content[byte] = (content[byte] as number) ^ (1 << bit);
        const changed = files.map((one, index) => (index === at ? given(one.name, content) : one));
        const lists = verify(changed, asked);
        if (lists.every(({ verdict }) => verdict === "verified")) {
          expect(meaningOf(content)).toEqual(meaningOf(file.content ?? content));
        } else
          expect([...failures(lists), ...lists.map(({ says }) => says)].join()).toMatch(/failed|not checked/);
        // Nothing but a failed check tells of a change within the file itself.
        if (at === 0 && lists[0]?.verdict !== "verified") expect(failures(lists)).not.toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});

describe("a proof for one", () => {
  it.each<[string, readonly GivenFile[], Kind, string]>([
    [
      "log is none for another",
      [ONE.files["tlog-proof"][0] as GivenFile, OTHER.files["tlog-proof"][1] as GivenFile],
      "tlog-proof",
      "inclusion",
    ],
    [
      "export is none for another",
      [ONE.files.membership[0] as GivenFile, ...OTHER.files.manifest],
      "membership",
      "manifest",
    ],
  ])("%s", (_, files, kind, name) => {
    const [list] = verify(files, { ...askedOf(ONE, kind), keys: [...ONE.keys, ...OTHER.keys] });
    expect(failures(list === undefined ? [] : [list])).toContain(name);
  });

  it.each(["membership", "exclusion", "deletion"] as const)(
    "key or conversation is none for another: %s",
    (kind) => {
      const asked = askedOf(ONE, kind);
      const subject = kind === "deletion" ? "subject" : "token";
      expect(failures(verify(ONE.files[kind], { ...asked, key: OTHER.key }))).toContain(
        kind === "deletion" ? subject : "key",
      );
      expect(failures(verify(ONE.files[kind], { ...asked, conversation: "c-1" }))).toContain(subject);
    },
  );

  it("opening is none for another, in evidence and in a certificate", () => {
    const [file] = ONE.files.deletion;
    const certificate = JSON.parse(textOf(file as GivenFile));
    const elsewhere = {
      ...certificate,
      stores: [{ store: "backup", absent: true, at: "2026-03-01T00:00:00Z" }],
    };
    expect(failures(verify([given("d", JSON.stringify(elsewhere))], askedOf(ONE, "deletion")))).toEqual([
      "content",
    ]);
    const { evidence, ...body } = elsewhere;
    const both = { ...body, evidence: { ...evidence, opening: { ...evidence.opening, value: body } } };
    expect(failures(verify([given("d", JSON.stringify(both))], askedOf(ONE, "deletion")))).toEqual([
      "inclusion",
    ]);
  });
});

describe("checkpoints", () => {
  const [checkpoint] = ONE.files.checkpoint as readonly [GivenFile];
  const [proof] = ONE.files.consistency as readonly [GivenFile];
  const earlier = given("earlier", JSON.parse(textOf(proof)).from);
  const asked = askedOf(ONE, "checkpoint");

  it("of two sizes are one history if a proof says so, and else it is not known", () => {
    const [alone] = verify([checkpoint, earlier], asked);
    expect(outcomes(alone as Checklist, "not-checked")).toContain("history");
    const lists = verify([checkpoint, earlier, proof], asked);
    expect(lists.map(({ verdict }) => verdict)).toEqual(["verified", "verified", "verified"]);
    expect(lists[0]?.checks).toContainEqual(expect.objectContaining({ name: "history", outcome: "ok" }));
  });

  it("must be compared with one that is named", () => {
    const against = parseCheckpoint(textOf(earlier));
    expect(verify([checkpoint], { ...asked, against })[0]?.verdict).toBe("consistent");
    expect(verify([checkpoint, proof], { ...asked, against })[0]?.verdict).toBe("verified");
    expect(
      failures(verify([checkpoint], { ...asked, against: { ...against, origin: "example.org" } })),
    ).toEqual(["history"]);
  });

  it("of a fork are shown, both of them", () => {
    const head = parseCheckpoint(textOf(checkpoint));
    const log = newSigningKey("example.com/log", new Uint8Array(32).fill(11));
    const text = printCheckpoint({ ...head, root: new Uint8Array(32) });
    const fork = given("fork", printNote(signNote(text, log)));
    const lists = verify([checkpoint, fork], { ...asked, keys: ONE.keys.slice(0, 1) });
    expect(failures(lists)).toEqual(["history", "history"]);
    const says = lists[0]?.checks.find(({ name }) => name === "history")?.says ?? "";
    for (const root of [textOf(checkpoint), textOf(fork)].map((note) => note.split("\n")[2] ?? "?"))
      expect(says).toContain(root);
  });

  it("that somebody else has written are not held against the log", () => {
    const lists = verify([checkpoint, ...OTHER.files.checkpoint], asked);
    expect(lists.map(({ verdict }) => verdict)).toEqual(["verified", "failed"]);
    expect(failures(lists)).not.toContain("history");
  });

  it("without the witness that was named are refused", () => {
    const bare = given("bare", textOf(checkpoint).replace(/\u2014 witness.*\n/, ""));
    expect(failures(verify([bare], asked))).toEqual(["witness"]);
    expect(failures(verify([bare], { ...asked, keys: ONE.keys.slice(0, 1) }))).toEqual([]);
  });

  it("are not verified by a witness alone, nor by the key of another log", () => {
    expect(verify([checkpoint], { ...asked, keys: ONE.keys.slice(1) })[0]?.verdict).toBe("consistent");
    const other = newSigningKey("example.com/other", new Uint8Array(32).fill(11));
    const note = given("n", printNote(signNote(parseCheckpoint(textOf(checkpoint)).note.text, other)));
    expect(failures(verify([note], { keys: [other] }))).toEqual(["signature"]);
  });
});

it("that is good is no answer to a question about a conversation", () => {
  const [list] = verify(ONE.files.evidence, { ...askedOf(ONE, "evidence"), conversation: "c-1" });
  expect([list?.verdict, list?.says]).toEqual(["consistent", "consistent, but not checked: subject"]);
});

describe("JSON in which a key stands twice", () => {
  it.each([
    ["at the top", /"format"/, '"format":"other","format"'],
    ["written in another way", /"salt"/, '"s\\u0061lt":"","salt"'],
    ["within what was logged", /"type"/, '"type":"account.deleted","type"'],
  ])("is refused: %s", (_, key, twice) => {
    const [file] = ONE.files.evidence as readonly [GivenFile];
    const [list] = verify([given("e", textOf(file).replace(key, twice))], askedOf(ONE, "evidence"));
    expect(list?.checks).toEqual([
      { name: "form", outcome: "failed", says: expect.stringMatching(/twice$/) },
    ]);
  });

  it("is told from keys that are values, or stand in other objects", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedKey(JSON.stringify(value))).toBeUndefined();
      }),
    );
    expect(repeatedKey('{"a":"a","b":["a","a",{"a":1}],"c":{"a":"b"},"d":"\\"d\\":"}')).toBeUndefined();
    expect(repeatedKey('[{"a":{"b":1},"c":2,"a":3}]')).toBe("a");
  });
});

describe("a manifest", () => {
  const [manifest, shard, evidence] = ONE.files.manifest as readonly [GivenFile, GivenFile, GivenFile];
  const asked = askedOf(ONE, "manifest");

  it("is not verified without its shards, or without having been logged", () => {
    expect(verify([manifest, evidence], asked)[0]).toMatchObject({
      verdict: "consistent",
      says: "consistent, but not checked: files",
    });
    expect(verify([manifest, shard], asked)[0]).toMatchObject({
      verdict: "consistent",
      says: "consistent, but not checked: logged",
    });
    expect(failures(verify([manifest, evidence], { ...asked, wholeFolders: [""] }))).toEqual(["files"]);
  });

  it("does not take a shard of another folder for its own", () => {
    const elsewhere = given("elsewhere/train.jsonl", shard.content ?? "");
    const lists = verify([manifest, elsewhere, evidence], asked);
    expect(lists.map(({ verdict }) => verdict)).toEqual(["consistent", "verified", "failed"]);
  });
});

it.each([
  ["nothing", ""],
  ["text", "hello"],
  ["JSON of no known format", '{"format":"proviso-export","a":1}'],
  ["bytes", Uint8Array.of(0xff, 0xfe)],
  ["a format that is not known yet", '{"format":"proviso-evidence/2"}'],
  [
    "JSON that is nested deeply",
    `{"format":"proviso-evidence/1","opening":{"kind":"event","salt":"${"0".repeat(64)}","value":${"[".repeat(20_000)}${"]".repeat(20_000)}},"proof":""}`,
  ],
  [
    "half a character",
    `{"format":"proviso-evidence/1","opening":{"kind":"event","salt":"${"0".repeat(64)}","value":"\\ud800"},"proof":${JSON.stringify(textOf(ONE.files["tlog-proof"][0] as GivenFile))}}`,
  ],
])("is not verified: %s", (_, content) => {
  const lists = verify([given("x", content)], { keys: ONE.keys });
  expect(lists.map(({ verdict }) => verdict)).toEqual(["failed"]);
});

it("keeps the content of files that are artefacts, and of no large others", () => {
  const artefact = `{"format":"proviso-evidence/1","x":"${"y".repeat(100_000)}"}`;
  expect(given("a", artefact).content?.length).toBe(artefact.length);
  expect(given("b", "y".repeat(100_000))).toMatchObject({ bytes: 100_000, content: undefined });
  expect(given("c", `{"format":"proviso-evidence/1"${" ".repeat(17_000_000)}}`).content).toBeUndefined();
});
