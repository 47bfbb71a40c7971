/** A Java that is new enough, of those on this machine. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** What tests fetch once and keep, outside of the checkout. */
export const CACHE = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "proviso-test");

const FOLDERS = [
  "/usr/lib/jvm",
  "/Library/Java/JavaVirtualMachines",
  join(homedir(), ".sdkman/candidates/java"),
];

/** The path of its `java`, or undefined. */
export function findJava(major: number): string | undefined {
  const installed = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [
      join(folder, name, "bin/java"),
      join(folder, name, "Contents/Home/bin/java"),
    ]),
  );
  const home = process.env["JAVA_HOME"];
  const all = [
    ...(home === undefined ? [] : [join(home, "bin/java")]),
    "java",
    ...installed.filter(existsSync),
  ];
  return all.find((java) => javaMajor(java) >= major);
}

/** 0 where it cannot be run. */
function javaMajor(java: string): number {
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}
