/** User names in the addresses of profiles: `linkedin.com/in/name`, `x.com/name`. The name alone is the finding. */
import { ALNUM, CLASS, LETTER, WIDE } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { NOT_NAMES } from "./not-names.ts";

interface Site {
  readonly path: string;
  /** Names below it are of people only if nothing follows them (a repository, a group). */
  readonly isMixed?: true;
}

const SITES: readonly Site[] = [
  { path: "linkedin.com/in/" },
  { path: "twitter.com/" },
  { path: "//x.com/" },
  { path: "www.x.com/" },
  { path: "instagram.com/" },
  { path: "facebook.com/" },
  { path: "threads.net/@" },
  { path: "tiktok.com/@" },
  { path: "youtube.com/@" },
  { path: "medium.com/@" },
  { path: "reddit.com/user/" },
  { path: "reddit.com/u/" },
  { path: "t.me/", isMixed: true },
  { path: "github.com/", isMixed: true },
  { path: "gitlab.com/", isMixed: true },
  { path: "bitbucket.org/", isMixed: true },
  { path: "huggingface.co/", isMixed: true },
  { path: "kaggle.com/", isMixed: true },
  { path: "pinterest.com/", isMixed: true },
  { path: "soundcloud.com/", isMixed: true },
  { path: "twitch.tv/", isMixed: true },
  { path: "keybase.io/", isMixed: true },
  { path: "xing.com/profile/" },
  { path: "news.ycombinator.com/user?id=" },
  { path: "open.spotify.com/user/" },
  { path: "steamcommunity.com/id/" },
  { path: "snapchat.com/add/" },
  { path: "venmo.com/u/" },
  { path: "bsky.app/profile/" },
];
/** Pages of the sites themselves. */
const PAGES: ReadonlySet<string> = new Set(
  (
    "home explore search login signup signin intent share sharer hashtag i p reel reels stories tv watch groups group pages events " +
    "marketplace about help privacy terms settings notifications messages topics trending features pricing enterprise join " +
    "orgs organizations sponsors marketplace apps collections security contact blog docs models datasets spaces tasks " +
    "competitions code learn photo photos profile.php people public company jobs feed r tos policies legal business developers " +
    "download directory dialog plugins tr permalink.php story.php media joinchat addstickers account site readme customer-stories"
  ).split(" "),
);
const MIN = 2;
const MAX = 40;
const NAME = new Uint8Array(256);
for (const byte of new TextEncoder().encode("._-%")) NAME[byte] = 1;

export const profileUrl: Recognizer = {
  name: "profile-url",
  types: ["USERNAME"],
  literals: SITES.map(({ path }) => ({ text: path, ignoreCase: true })),
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    // `mytwitter.com/`, `xt.me/`: another site.
    const before = start > text.start ? (bytes[start - 1] ?? HARD) : HARD;
    if (((CLASS[before] ?? 0) & (ALNUM | WIDE)) !== 0 || before === 0x2d) return;
    let at = end;
    if (bytes[at] === 0x40) at += 1;
    const from = at;
    while (at < text.end && at - from <= MAX && isPart(bytes[at])) at += 1;
    while (at > from && bytes[at - 1] === 0x2e) at -= 1;
    if (at - from < MIN || at - from > MAX) return;
    if (!hasLetter(bytes, from, at)) return;
    const next = at < text.end ? bytes[at] : HARD;
    const isEnd = next !== 0x2f || !isPart(bytes[at + 1]);
    if (SITES[literal]?.isMixed === true && !isEnd) return;
    const name = wordOf(bytes, from, at);
    if (PAGES.has(name) || NOT_NAMES.has(name)) return;
    emit("USERNAME", from, at, 0.85, "structure");
  },
};

/** `gist.github.com/138549` is a text, not a person. */
function hasLetter(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (((CLASS[bytes[at] ?? HARD] ?? 0) & LETTER) !== 0) return true;
  return false;
}

function isPart(byte: number | undefined): boolean {
  return byte !== undefined && (NAME[byte] === 1 || ((CLASS[byte] ?? 0) & (ALNUM | WIDE)) !== 0);
}
