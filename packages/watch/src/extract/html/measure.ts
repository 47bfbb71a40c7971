/** Elements that never have content, so that no end tag follows. */
const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr !doctype".split(" "),
);
/** Elements whose end tag may be left out: another of the kind ends it. */
const SELF_ENDING = new Set("p li dt dd tr td th option thead tbody tfoot".split(" "));
/** Elements whose content is not markup. */
const RAW = new Set("script style textarea title xmp iframe noembed noframes".split(" "));
/** How far up the stack an end tag is looked for: farther up, it is stray markup. */
const REACH = 64;

/**
 * Tags and depth of HTML from its source, in one pass and before anything is built of it. Stops once
 * `maxTags` or `maxDepth` is passed.
 */
export function measure(
  html: string,
  maxTags: number,
  maxDepth: number,
): { readonly tags: number; readonly depth: number } {
  const tag = /<(?:!--|(\/?)([a-zA-Z!][^\s/>]{0,40}))/g;
  const open: string[] = [];
  let [tags, depth] = [0, 0];
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = found[2]?.toLowerCase();
    if (name === undefined) {
      const end = html.indexOf("-->", tag.lastIndex);
      if (end === -1) break;
      tag.lastIndex = end + 3;
      continue;
    }
    tags += 1;
    if (found[1] === "/") close(open, name);
    else if (RAW.has(name)) {
      const end = endOfRaw(html, name, tag.lastIndex);
      if (end === -1) break;
      tag.lastIndex = end;
    } else if (!VOID.has(name)) {
      if (SELF_ENDING.has(name) && open.at(-1) === name) open.pop();
      open.push(name);
      depth = Math.max(depth, open.length);
    }
    if (tags > maxTags || depth > maxDepth) break;
  }
  return { tags, depth };
}

function close(open: string[], name: string): void {
  const lowest = Math.max(0, open.length - REACH);
  for (let at = open.length - 1; at >= lowest; at -= 1) {
    if (open[at] === name) {
      open.length = at;
      return;
    }
  }
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}
