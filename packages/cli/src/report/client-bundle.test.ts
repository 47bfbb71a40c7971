import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { clientBundle } from "./client-bundle.ts";

const PAGE_GLOBALS = ["window", "document", "location", "history", "Node", "HTMLElement", "ResizeObserver"];
const folder = mkdtempSync(join(tmpdir(), "proviso-client-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The client as `tsc` would put it into a package. */
function compiled(): string {
  const client = new URL("./client/", import.meta.url);
  mkdirSync(join(folder, "client"));
  for (const name of readdirSync(client)) {
    const { outputText } = transpileModule(readFileSync(new URL(name, client), "utf8"), {
      fileName: name,
      compilerOptions: {
        module: ModuleKind.ESNext,
        target: ScriptTarget.ES2024,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
        sourceMap: true,
      },
    });
    writeFileSync(join(folder, "client", name.replace(/\.ts$/, ".js")), outputText);
  }
  return clientBundle(pathToFileURL(join(folder, "client-bundle.js")).href);
}

function topLevelNames(script: string): string[] {
  return [...script.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
}

describe.each([
  ["from sources", () => clientBundle()],
  ["from compiled files", compiled],
])("the page's script %s", (_, make) => {
  const script = make();

  test("is one classic script", () => {
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/^(?:import|export)\b/m);
    expect(script).toMatch(/\nstart\(\);\n\}\)\(\);\n$/);
  });

  test("cannot end its own element", () => {
    expect(script).not.toMatch(/<\/script|<!--/i);
  });

  test("says no top-level name twice, and none that the browser owns", () => {
    const names = topLevelNames(script);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name in globalThis || PAGE_GLOBALS.includes(name))).toEqual([]);
  });

  test("makes no markup from text", () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  });
});

test("both forms hold the same modules", () => {
  const sorted = (script: string) => topLevelNames(script).sort();
  const fromCompiled = clientBundle(pathToFileURL(join(folder, "client-bundle.js")).href);
  expect(sorted(fromCompiled)).toEqual(sorted(clientBundle()));
});
