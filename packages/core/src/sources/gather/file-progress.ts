/**
 * Bytes read of one file -> bytes read of the whole input
 */
import type { Report } from "../report.ts";

/** MUST be made when the file is opened: what was read before counts as its base. */
export function fileProgress(
  report: Report,
  onProgress: ((bytes: number) => void) | undefined,
): (bytes: number) => void {
  const base = report.bytes;
  return (bytes) => {
    report.bytes = base + bytes;
    onProgress?.(report.bytes);
  };
}
