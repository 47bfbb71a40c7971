/** Proofs for a reader: one line each, and what breaks a promise as a timeline */
import { FACT_INDEX } from "@proviso/core/facts";
import type { Counterexample, Proof } from "@proviso/core/policy";
import { valueText } from "../terminal/fact-words.ts";
import { hang, padEnd } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted, isoText } from "../terminal/words.ts";
import { filesOf } from "./prove-json.ts";

const METHOD_WORDS = { enumeration: "enumerated", solver: "Z3", form: "by form" } as const;

/** @param folder where the files of the first counterexample have been written */
export function proofsText(proofs: readonly Proof[], terminal: Terminal, folder: string | undefined): string {
  const lines: string[] = [];
  const policies = Map.groupBy(proofs, ({ policy }) => `${policy.id}@${policy.version}`);
  for (const [name, own] of policies) {
    lines.push(terminal.out.bold(printable(name)));
    for (const proof of own)
      lines.push(...lineOf(proof, terminal), ...counterexampleOf(proof, terminal, folder));
  }
  const of = (verdict: Proof["verdict"]): number => proofs.filter((one) => one.verdict === verdict).length;
  lines.push(
    "",
    `${counted(proofs.length, "promise")}: ${of("proved")} proved, ${of("broken")} broken, ${of("undecided")} undecided`,
  );
  return `${lines.join("\n")}\n`;
}

function lineOf(proof: Proof, { out, columns }: Terminal): readonly string[] {
  const paint = { proved: out.green, broken: out.red, undecided: out.yellow }[proof.verdict];
  const how = [
    proof.methods.map((method) => METHOD_WORDS[method]).join(" and "),
    proof.classes > 0 ? counted(proof.classes, "class", "classes") : undefined,
    proof.questions > 0 ? counted(proof.questions, "question") : undefined,
    `${count(Math.round(proof.took))} ms`,
    proof.verdict === "proved" && proof.histories ? "of facts that events can give" : undefined,
    proof.note,
  ].filter((part) => part !== undefined);
  const text = `${printable(proof.promise.id)} ${out.dim(`(${printable(how.join(", "))})`)}`;
  return hang(`  ${paint(padEnd(proof.verdict, 9))} `, text, columns);
}

function counterexampleOf(
  { promise, policy, counterexample }: Proof,
  terminal: Terminal,
  folder: string | undefined,
): readonly string[] {
  if (counterexample === undefined) return [];
  const { purpose, item, rules, history, other } = counterexample;
  const { out, columns } = terminal;
  const by = rules.map((rule) => `\`${rule}\``).join(", ");
  const head = [
    ...hang("    ", `promised: ${printable(promise.says)}`, columns),
    ...hang("    ", `but ${purpose}${item ? ", for a single item," : ""} is decided by ${by} here:`, columns),
  ];
  if (history === undefined || history.missing.length > 0 || other !== undefined) {
    const missing = history?.missing.length ? ` (${history.missing.join(", ")})` : "";
    const why =
      other === undefined ? [`    ${out.dim(`no events were found that give these facts${missing}`)}`] : [];
    return [...head, ...factLines(counterexample), ...why];
  }
  const files = Object.entries(filesOf(history)).flatMap(([name, text]) => [
    `    ${out.dim(`# ${name}`)}`,
    ...text
      .trimEnd()
      .split("\n")
      .filter((line) => name !== "account.yaml" || !line.startsWith("#"))
      .map((line) => `    ${printable(line)}`),
  ]);
  const inForce = history.inForce
    ? []
    : [`    ${out.dim(`version ${policy.version} is not in force for this account then`)}`];
  return [
    ...head,
    ...files,
    ...inForce,
    `    ${out.dim("explained by:")} ${commandOf(counterexample, folder)}`,
  ];
}

function factLines({ facts, slots, other }: Counterexample): readonly string[] {
  return facts.map((fact) => {
    const [is, was] = [slots[FACT_INDEX[fact]], other?.slots[FACT_INDEX[fact]]];
    const before = other !== undefined && was !== is ? ` (${other.name}: ${valueText(fact, was)})` : "";
    return `      ${padEnd(fact, 30)} ${valueText(fact, is)}${before}`;
  });
}

function commandOf(found: Counterexample, folder = "."): string {
  const { history } = found;
  if (history === undefined) return "";
  const at = (name: string): string => (folder === "." ? name : `${folder}/${name}`);
  return [
    `proviso explain ${history.conversation.id} ${at("conversation.jsonl")} --account ${at("account.yaml")}`,
    history.events.length > 0 ? ` --events ${at("events.jsonl")}` : "",
    history.item === undefined ? "" : ` --item ${history.item}`,
    ` --purpose ${found.purpose} --at ${isoText(history.at)}`,
  ].join("");
}
