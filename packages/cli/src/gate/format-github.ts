/**
 * A check as workflow commands of GitHub Actions: an annotation on each line that is meant.
 *
 * Properties and messages are escaped as the runner undoes it: a file's name must not become a command.
 */
import { reasonText } from "../terminal/reason-words.ts";
import { counted } from "../terminal/words.ts";
import { messageOf } from "./message.ts";
import { type CheckResult, isClean } from "./result.ts";

export function checkGithub(result: CheckResult): string {
  const lines = result.findings.map((one) => {
    const place = { file: one.path, line: one.line, endLine: one.endLine, col: one.column };
    // The runner takes an end column only where the end is on the same line.
    const end = one.endLine === one.line ? { endColumn: one.endColumn } : {};
    return command(
      one.isFailing ? "error" : "warning",
      { ...place, ...end, title: one.type },
      messageOf(one),
    );
  });
  for (const { path, conversation, purpose, isKnown, reason } of result.permitted?.unpermitted ?? []) {
    const verdict = isKnown ? "is not permitted" : "cannot be told to be permitted";
    const text = `conversation ${conversation} ${verdict} for ${purpose}: ${reasonText(reason)}`;
    lines.push(command("error", { file: path, title: "NOT_PERMITTED" }, text));
  }
  const total = result.findings.length + result.more;
  lines.push(
    command(
      "notice",
      { title: "proviso check" },
      `${isClean(result) ? "clean" : "not clean"}: ${counted(total, "finding")} in ${counted(result.files, "file")}`,
    ),
  );
  return `${lines.join("\n")}\n`;
}

function command(
  name: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${given.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
