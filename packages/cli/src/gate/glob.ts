/** A glob -> a test of paths with `/`: `*` and `?` stay in a folder, `**` goes through any number. */
export type PathTest = (path: string) => boolean;

const SPECIAL = /[.+^${}()|[\]\\]/g;

/** A glob without `/` is tested against every part of a path: `dist` leaves out each such folder. */
export function globTest(glob: string): PathTest {
  const pattern = glob.replace(/\/$/, "");
  if (!pattern.includes("/")) {
    const part = new RegExp(`^${partSource(pattern)}$`);
    return (path) => path.split("/").some((one) => part.test(one));
  }
  const parts = pattern.replace(/^\//, "").split("/");
  const source = parts
    .map((part, index) => {
      const isLast = index === parts.length - 1;
      if (part === "**") return isLast ? ".+" : "(?:[^/]+/)*";
      return `${partSource(part)}${isLast ? "" : "/"}`;
    })
    .join("");
  // What names a folder leaves out what is in it.
  const whole = new RegExp(`^${source}(?:/.*)?$`);
  return (path) => whole.test(path);
}

/** One part of a path; written so that no input makes the test slow: a star never meets another. */
function partSource(part: string): string {
  return part.replace(/\*+/g, "*").replace(SPECIAL, "\\$&").replaceAll("*", "[^/]*").replaceAll("?", "[^/]");
}
