/** Keywords of JSON-LD 1.1 (W3C), without their `@`: in quotes and alone they are no handles. */
export const JSON_LD_KEYWORDS: ReadonlySet<string> = new Set(
  (
    "base container context default direction embed explicit graph id import included index json language list nest " +
    "none null omitdefault prefix preserve propagate protected requireall reverse set type value version vocab"
  ).split(" "),
);
