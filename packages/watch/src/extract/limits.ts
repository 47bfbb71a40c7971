/** Beyond these a page is not read but goes to health: each is several times what a real one needs. */
export const LIMITS = {
  /** The longest terms page known has 1.1 MB. */
  htmlBytes: 10_000_000,
  textBytes: 10_000_000,
  pdfBytes: 50_000_000,
  pdfPages: 500,
  /** Tags in the source, opening and closing. */
  tags: 200_000,
  /** As a parser with implied end tags sees it. */
  depth: 400,
  /** Elements and characters of source that defuddle and readability are let at; they take more than linear time. */
  votingElements: 15_000,
  votingCharacters: 3_000_000,
  /** Milliseconds for one page, from bytes to Markdown. */
  milliseconds: 30_000,
  /** Megabytes of one worker's heap. */
  heapMegabytes: 1_024,
} as const;
