/** Words of news on terms and data, by how they sound: from -3 (alarm) to 3 (praise). Small letters. */
const SOUNDS: Readonly<Record<number, string>> = {
  [-3]: "alarming betrayal betrayed catastrophic creepy disaster dystopian horrifying nightmare outrage outraged scandal shocking sinister spying steal stealing stolen terrifying theft",
  [-2]: "abuse accused alarm alarmed anger angry backlash breach controversial controversy deceptive dangerous exploit exploited fury furious grab harvest harvesting harvests illegal invasive lawsuit leak leaked mislead misleading outcry quietly scrape scraping secretly sneaky sued sues surveillance trick tricked unlawful violate violates violation warn warned warning",
  [-1]: "against backtrack blasted burden complain complaint concern concerned concerns confused confusing criticised criticism criticized doubt fear fears flip hidden loophole lose losing mandatory pressure problem questionable risk risks risky skeptical stop unclear unless unwanted worried worries worry worse",
  [1]: "allow allows benefit benefits better choice clarified clarifies clear clearer control controls easier easy fair help helpful helps improve improved improvement improves improving option options simple simpler support welcome welcomed",
  [2]: "applaud applauded compliant consent love praise praised privacy-first privacy-friendly protect protected protection protects reassure reassured reassuring respect respects responsible safeguard safeguards safer secure transparent transparency trusted",
  [3]: "breakthrough excellent exemplary outstanding triumph victory",
};

export const TONE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries(SOUNDS).flatMap(([sound, words]) =>
    words.split(" ").map((word) => [word, Number(sound)] as const),
  ),
);

/** Turn the sound of the next words around. */
export const TURNING: ReadonlySet<string> = new Set([
  "not",
  "no",
  "never",
  "without",
  "cannot",
  "hardly",
  "isn't",
  "doesn't",
  "don't",
  "won't",
  "didn't",
]);
