/** Each check of the docs, against pages with a mistake planted in them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkArrows } from "./arrows.ts";
import { checkCodeBlocks } from "./code-blocks.ts";
import { checkCommands } from "./commands.ts";
import { type Document, readDocument } from "./document.ts";
import { checkGlossary } from "./glossary.ts";
import { checkLinks } from "./links.ts";
import { type Problem, printProblem } from "./problem.ts";
import { checkWords } from "./words.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "proviso-docs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function page(text: string, file = "docs/page.md"): Document {
  write(file, text);
  return readDocument(root, file);
}

function printed(problems: readonly Problem[]): readonly string[] {
  return problems.map(printProblem);
}

write(
  "src/soup/soup.ts",
  "export interface Soup { hot: boolean }\nexport interface Pot { litres: number }\n",
);
write(
  "src/soup/cook.ts",
  'import type { Soup, Pot } from "./soup.ts";\nexport function cook(pot: Pot): readonly Soup[] { return []; }\nfunction stir(pot: Pot): Soup { return { hot: true }; }\nexport class Chef { taste(soup: Soup): Pot { return { litres: 1 }; } }\n',
);

describe("arrows", () => {
  const head = "<!-- arrows: src -->\n\n| stage | takes | verb | gives |\n| --- | --- | --- | --- |\n";
  const good =
    "| `soup` | [`Pot`](../src/soup/soup.ts) | [`cook`](../src/soup/cook.ts) | [`Soup`](../src/soup/soup.ts) |\n";
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["right", head + good, []],
    [
      "a method",
      `${head}${good}| \`soup\` | \`Soup\` | [\`Chef.taste\`](../src/soup/cook.ts) | [\`Pot\`](../src/soup/soup.ts) |`,
      [],
    ],
    ["no table", "# Flow\n", ["there is no table of arrows"]],
    ["no folder", head + good.replace("`soup`", "`stew`"), ["there is no folder `src/stew`"]],
    ["no file", head + good.replace("cook.ts", "bake.ts"), ["`cook`: there is no file `src/soup/bake.ts`"]],
    ["not exported", head + good.replace("`cook`", "`stir`"), ["`src/soup/cook.ts` exports no `stir`"]],
    [
      "a type as a verb",
      head + good.replace("`cook`](../src/soup/cook.ts)", "`Soup`](../src/soup/soup.ts)"),
      ["`Soup` of `src/soup/soup.ts` is no function"],
    ],
    ["takes another type", head + good.replace("`Pot`", "`Soup`"), ["`cook` takes no `Soup`, but `Pot`"]],
    ["gives another type", head + good.replace("[`Soup`]", "[`Pot`]"), ["`cook` gives no `Pot`, but `Soup`"]],
    [
      "given by no one",
      head + good.replace("[`Pot`](../src/soup/soup.ts)", "`Pot`"),
      ["no arrow above gives `Pot`: link its file"],
    ],
    [
      "no verb",
      `${head}| \`soup\` | \`Pot\` | cook | \`Soup\` |\n`,
      ["an arrow has a stage, what it takes, a linked verb and what it gives"],
    ],
  ];
  it.each(cases)("%s", (_name, text, messages) => {
    expect(checkArrows(page(text), root).map(({ message }) => message)).toEqual(messages);
  });
});

describe("links", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["# One\n\n[a](page.md#one) [b](#one) [c](../src/soup/soup.ts) [d](https://example.com/#x)", []],
    ["# One\n\n# One\n\n[second](#one-1)", []],
    ["# The `code` and **more**: yes\n\n[a](#the-code-and-more-yes)", []],
    ["`[not a link](nowhere.md)`\n\n```\n[nor this](nowhere.md)\n```\n", []],
    ["text\n\n[a](nowhere.md)", ["docs/page.md:3: link `nowhere.md` leads to no file"]],
    ["[`code`](nowhere.md)", ["docs/page.md:1: link `nowhere.md` leads to no file"]],
    ["# One\n[a](#two)", ["docs/page.md:2: link `#two`: `docs/page.md` has no heading `#two`"]],
    [
      "[a](/docs/page.md)",
      ["docs/page.md:1: link `/docs/page.md` begins at the root: write it from the file's folder"],
    ],
    ["[a](../../elsewhere.md)", ["docs/page.md:1: link `../../elsewhere.md` leads out of the repository"]],
  ];
  it.each(cases)("%j", (text, problems) => {
    expect(printed(checkLinks([page(text)], root))).toEqual(problems);
  });
});

describe("commands", () => {
  const fenced = (text: string, info = "sh"): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [fenced("npm ci && npm test  # both\nls --anything"), []],
    [fenced("npm run -s proviso -- policy list\nproviso scan 'a --b' --at now | jq -r"), []],
    [fenced("$ proviso policy list\nproviso nothing of the kind", "console"), []],
    [fenced("npm run dance"), ["docs/page.md:2: package.json has no script `dance`"]],
    [fenced("npm publish"), ["docs/page.md:2: `npm publish` is not used here"]],
    [fenced("ls\nproviso policy dance"), ["docs/page.md:3: `proviso policy` has no command `dance`"]],
    [
      fenced("npm run -s proviso -- scan a \\\n  --dance"),
      ["docs/page.md:2: `proviso scan` has no option `--dance`"],
    ],
    [
      fenced("$ proviso policy show proviso/nothing", "console run"),
      [expect.stringContaining("docs/page.md:2: exit code 1: error NOT_FOUND")],
    ],
    [fenced("$ proviso --version\n…", "console run"), []],
    [
      fenced("$ proviso --version\nnot this", "console run"),
      [expect.stringContaining("docs/page.md:3: the block shows `not this`, the program prints `")],
    ],
  ];
  it.each(cases)("%j", (text, problems) => {
    expect(printed(checkCommands([page(text)], REPOSITORY))).toEqual(problems);
  });
});

describe("code blocks", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["```yaml timeline\nplan: pro\nchoices: []\n```", []],
    ["```yaml\nanything: goes\n```", []],
    ["```yaml timeline\nplan: pro\nchocies: []\n```", ["docs/page.md:3: unknown field `chocies`"]],
    [
      "```yaml policy\npolicy: a/b\ntitle: T\nproduct: a/c\npurposes: [sale]\n```",
      ["docs/page.md:2: `version` is missing"],
    ],
    ["```yaml file=src/part.yaml\nb: 2\nc: 3\n```", []],
    [
      "```yaml file=src/part.yaml\nb: 2\nd: 4\n```",
      ["docs/page.md:3: `src/part.yaml` does not go on like this: `d: 4`"],
    ],
    ["```yaml file=src/none.yaml\nb: 2\n```", ["docs/page.md:2: there is no file `src/none.yaml`"]],
  ];
  write("src/part.yaml", "a:\n  b: 2\n  c: 3\n");
  it.each(cases)("%j", (text, problems) => {
    expect(printed(checkCodeBlocks([page(text)], root))).toEqual(problems);
  });
});

describe("glossary", () => {
  it.each([
    ["### soup\n\nWarm.\nAlso called: broth.\n\n### pot / pan\n", []],
    ["# Words\n", ["docs/page.md:1: the glossary has no terms"]],
    ["### soup\n### Soup\n", ["docs/page.md:2: `Soup` is a term already, in line 1"]],
    [
      "### soup\nAlso called: broth, stew.\n### stew\n",
      ["docs/page.md:2: `stew` is a term already, in line 3"],
    ],
    ["### pot / pan\n### pan\n", ["docs/page.md:2: `pan` is a term already, in line 1"]],
  ])("%j", (text, problems) => {
    expect(printed(checkGlossary(page(text)))).toEqual(problems);
  });
});

describe("words", () => {
  it.each([
    "a TODO here",
    "in /home/someone/proviso",
    "the next session will tell",
    "as in issue #12",
    "from registry.example.org",
    "a powerful tool",
  ])("finds `%s`", (text) => {
    expect(checkWords([page(`fine\n${text}`)]).map(({ line }) => line)).toEqual([2]);
  });

  it.each(["a coding session is a conversation", "the todo list of a chat"])("lets `%s` pass", (text) => {
    expect(checkWords([page(text)])).toEqual([]);
  });
});
