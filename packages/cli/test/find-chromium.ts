/**
 * A Chromium to test pages in: `PROVISO_CHROMIUM`, one of the usual places, or the one that the
 * development dependency carries (Linux on x64). Undefined where none runs.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { arch, platform } from "node:process";

const PLACES = [
  process.env["PROVISO_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export async function findChromium(): Promise<string | undefined> {
  const installed = PLACES.find((place) => place !== undefined && place !== "" && existsSync(place));
  if (installed !== undefined) return installed;
  if (platform !== "linux" || arch !== "x64") return undefined;
  const { default: carried } = await import("@sparticuz/chromium");
  const path = await carried.executablePath();
  // It needs shared libraries of the host (libnss3): without them it is there, and does not start.
  return spawnSync(path, ["--version"]).status === 0 ? path : undefined;
}
