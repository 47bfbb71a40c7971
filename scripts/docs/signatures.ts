/**
 * What a TypeScript file exports -> **Export**s: types, and functions with the types they take and give
 *
 * Reads the text of the declarations: the compiler holds that they are true.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";

export interface Export {
  readonly kind: "type" | "function";
  /** Names of types in the parameters. */
  readonly takes: ReadonlySet<string>;
  /** Names of types in the result. */
  readonly gives: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** By name; a method of an exported class as `Class.method`. */
export function exportsOf(path: string): ReadonlyMap<string, Export> {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found = new Map<string, Export>();
  for (const statement of source.statements) {
    if (!isExported(statement)) continue;
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      found.set(statement.name.text, { kind: "type", takes: NONE, gives: NONE });
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      found.set(statement.name.text, signature(statement));
    } else if (ts.isClassDeclaration(statement) && statement.name !== undefined) {
      const name = statement.name.text;
      found.set(name, { kind: "type", takes: NONE, gives: NONE });
      for (const member of statement.members) {
        if (!ts.isMethodDeclaration(member) || !ts.isIdentifier(member.name)) continue;
        found.set(`${name}.${member.name.text}`, signature(member));
      }
    }
  }
  return found;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function signature(node: ts.FunctionDeclaration | ts.MethodDeclaration): Export {
  return {
    kind: "function",
    takes: namesIn(node.parameters.flatMap(({ type }) => type ?? [])),
    gives: namesIn(node.type === undefined ? [] : [node.type]),
  };
}

function namesIn(types: readonly ts.TypeNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) names.add(node.typeName.getText());
    ts.forEachChild(node, visit);
  };
  for (const type of types) visit(type);
  return names;
}
