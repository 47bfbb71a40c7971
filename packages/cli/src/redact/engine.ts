/**
 * Settings -> what redacts bytes; made once per thread
 */
import { type Finding, find, RECOGNIZERS, Scanner } from "@proviso/core/redact";

export type LineFormat = "jsonl" | "text";

export interface LineFinding extends Omit<Finding, "start" | "end"> {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface RedactedLines {
  readonly bytes: Uint8Array;
  readonly counts: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
}

export interface EngineSettings {
  readonly profile: string;
  readonly key?: Uint8Array;
  readonly scope: string;
}

export interface Engine {
  lines(bytes: Uint8Array, format: LineFormat, onFinding?: (finding: LineFinding) => void): RedactedLines;
}

export function createEngine(_settings: EngineSettings): Engine {
  const scanner = new Scanner(RECOGNIZERS.filter((one) => one.flags !== true));
  return {
    lines(bytes, _format, onFinding) {
      const counts = new Map<string, number>();
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
      const out = text.split("\n").map((line, index) => {
        let left = "";
        let at = 0;
        for (const one of find(scanner, line)) {
          if (one.score < 0.5) continue;
          counts.set(one.type, (counts.get(one.type) ?? 0) + 1);
          const start = Buffer.byteLength(line.slice(0, one.start));
          const end = start + Buffer.byteLength(line.slice(one.start, one.end));
          onFinding?.({ ...one, line: index, start, end });
          left += `${line.slice(at, one.start)}[${one.type}]`;
          at = one.end;
        }
        return left + line.slice(at);
      });
      return { bytes: Buffer.from(out.join("\n")), counts, flags: new Map() };
    },
  };
}
