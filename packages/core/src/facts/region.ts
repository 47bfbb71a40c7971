/**
 * Region codes: `US`, `UK`, `CH`, `EEA-DE`, or an ISO 3166 country; the EEA is looked up.
 * EEA membership: Agreement on the European Economic Area, 27 EU members with IS, LI and NO.
 */
export const EEA: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE".split(" "),
);

/** `country` is null where the region alone was recorded. */
export function splitRegion(text: string): { readonly region: string; readonly country: string | null } {
  const code = text.toUpperCase();
  if (code.startsWith("EEA")) return { region: "EEA", country: code.length > 4 ? code.slice(4) : null };
  if (code === "GB" || code === "UK") return { region: "UK", country: "GB" };
  return { region: EEA.has(code) ? "EEA" : code, country: code };
}
