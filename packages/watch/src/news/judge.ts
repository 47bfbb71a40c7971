/** Archive and an article -> **judged**: its claims against the archived clauses, beside the hype */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import {
  type ArchivedDocument,
  type ArticleVerdict,
  claimsOf,
  type Hype,
  hypeOf,
  isNamed,
  type Version,
  verdictOf,
} from "@proviso/core/terms";
import type { Archive } from "../archive/open-archive.ts";
import { extract } from "../extract/extract.ts";
import type { FetchRun } from "../fetch/fetch-run.ts";
import { fetchSource } from "../fetch/fetch-source.ts";
import { healthQueue } from "../health/queue.ts";
import { STALE_DAYS } from "../health/queued.ts";
import { versionOf } from "../run/memory.ts";
import { readNews } from "./news-store.ts";

/** Newest versions of a document that are taken into account. */
const MOST_VERSIONS = 60;
/** UTF-16 code units: longer ones are no articles. */
const LONGEST_ARTICLE = 500_000;
/** What others print of the same matter appears within two days. */
const ECHO = 2 * 86_400_000;

export interface ArticleRequest {
  /** One of the three. */
  readonly text?: string | undefined;
  readonly file?: string | undefined;
  readonly url?: string | undefined;
  /** As it is archived; without it, the one that the article names most. */
  readonly service?: string | undefined;
  /** When the article appeared: milliseconds since 1970, UTC. Without it the newest texts are taken. */
  readonly at?: number | undefined;
  /** By service: names by which news calls it and its vendor. */
  readonly names?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Days after which an item of news weighs half. */
  readonly halfLifeDays?: number | undefined;
}

export interface JudgeContext {
  /** For articles that are fetched. */
  readonly run?: FetchRun | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

export interface JudgedArticle {
  readonly service: string;
  /** Address or path; undefined for pasted text. */
  readonly from: string | undefined;
  readonly verdict: ArticleVerdict;
  /** Of the kept news on the service, two days after the article, or now if that is earlier. Never part of the verdict or the impact. */
  readonly hype: Hype;
}

/**
 * @throws ProvisoError USAGE without an article; INPUT_EMPTY where nothing can be read in it; INPUT_MALFORMED
 * where it is far too long; NOT_FOUND for a file or page that is not there, and where it names no archived
 * service
 */
export async function judgeArticle(
  archive: Archive,
  request: ArticleRequest,
  context: JudgeContext,
): Promise<JudgedArticle> {
  const from = request.url ?? request.file;
  const text = await textOf(request, context);
  if (text.trim() === "") {
    throw new ProvisoError("INPUT_EMPTY", "no text could be read in the article", {
      place: { file: from },
      hint: "save its text in a file, and name that file",
    });
  }
  if (text.length > LONGEST_ARTICLE) {
    throw new ProvisoError("INPUT_MALFORMED", `the article has ${text.length} characters`, {
      place: { file: from },
      hint: `articles of up to ${LONGEST_ARTICLE} characters are judged`,
    });
  }
  const documents = await archive.documents();
  const services = [...new Set(documents.map((one) => one.service))].sort();
  const namesOf = (name: string): readonly string[] => [name, ...(request.names?.[name] ?? [])];
  const service = request.service ?? mostNamed(text, services, namesOf);
  if (service === undefined || !services.includes(service)) {
    const problem =
      service === undefined ? "the article names no archived service" : `\`${service}\` is not archived`;
    throw new ProvisoError("NOT_FOUND", problem, {
      place: { file: from },
      hint:
        services.length === 0 ? "the archive is empty" : `archived are: ${services.slice(0, 12).join(", ")}`,
    });
  }
  const archived = await archivedOf(archive, service, request.at, context.now);
  const others = services.filter((one) => one !== service).flatMap(namesOf);
  const claims = claimsOf(text, { names: namesOf(service), others });
  const verdict = verdictOf(claims, archived, { at: request.at });
  const news = (await readNews(archive.folder)).filter((item) => item.services.includes(service));
  const day = Math.min(context.now, (request.at ?? context.now) + ECHO);
  const hype = hypeOf(news, { now: day, halfLifeDays: request.halfLifeDays });
  return { service, from, verdict, hype };
}

async function textOf({ text, file, url }: ArticleRequest, context: JudgeContext): Promise<string> {
  if (text !== undefined) return text;
  if (url !== undefined) return await fetchedText(url, context);
  if (file === undefined) {
    throw new ProvisoError("USAGE", "no article is named", { hint: "name a file or an address" });
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new ProvisoError("NOT_FOUND", `\`${file}\` cannot be read`, { place: { file }, cause: error });
  }
  // Markdown and plain text are told from HTML by their bytes.
  return (await extract({ bytes, mediaType: "", url: "file:///article" })).markdown;
}

async function fetchedText(url: string, { run, signal }: JudgeContext): Promise<string> {
  if (run === undefined) throw new ProvisoError("USAGE", "fetching is not set up", { place: { file: url } });
  const fetched = await fetchSource({ url }, { run, signal });
  if (fetched.is === "content") {
    const { bytes, mediaType, finalUrl } = fetched;
    return (await extract({ bytes, mediaType, url: finalUrl })).markdown;
  }
  const reason = fetched.is === "not-modified" ? "no text was answered" : fetched.reason;
  throw new ProvisoError("NOT_FOUND", `the article could not be fetched: ${reason}`, {
    place: { file: url },
    hint: "save its text in a file, and name that file",
  });
}

/** Of equally often named ones none: then it has to be said. */
function mostNamed(
  text: string,
  services: readonly string[],
  namesOf: (service: string) => readonly string[],
): string | undefined {
  const lines = text.split(/\n|(?<=[.!?])\s/u);
  const counts = services
    .map((service) => {
      const count = lines.filter((line) => namesOf(service).some((name) => isNamed(line, name))).length;
      return { service, count };
    })
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first !== undefined && first.count > (second?.count ?? 0) ? first.service : undefined;
}

/** Texts that were seen well, oldest first; what is in the health queue is told to be so. */
async function archivedOf(
  archive: Archive,
  service: string,
  at: number | undefined,
  now: number,
): Promise<readonly ArchivedDocument[]> {
  const entries = await allOf(archive.entries());
  // What failed later does not matter for an article of that day.
  const queue = healthQueue(entries, now, STALE_DAYS).filter(({ since }) => since <= (at ?? now));
  const documents = (await archive.documents()).filter((one) => one.service === service);
  return await Promise.all(
    documents.map(async (document) => {
      const seen = (await allOf(archive.versionsOf(document))).filter(
        ({ judged }) => judged.standing === "change",
      );
      const versions: Version[] = [];
      for (const entry of seen.slice(-MOST_VERSIONS)) versions.push(await versionOf(archive, entry));
      const queued = queue.find(({ document: { type, region }, document: other }) => {
        return other.service === service && type === document.type && region === document.region;
      });
      return { document, versions, unseen: queued?.reason };
    }),
  );
}

async function allOf<One>(many: AsyncIterable<One>): Promise<readonly One[]> {
  const all: One[] = [];
  for await (const one of many) all.push(one);
  return all;
}
