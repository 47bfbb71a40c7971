/** A recorded region -> region and country, as SQL. Meaning: ../region.ts. */
import { EEA } from "../region.ts";

export function regionSql(column: string): { readonly region: string; readonly country: string } {
  const code = `upper(${column})`;
  const eea = [...EEA].map((country) => `'${country}'`).join(", ");
  return {
    region:
      `CASE WHEN ${code} LIKE 'EEA%' OR ${code} IN (${eea}) THEN 'EEA' ` +
      `WHEN ${code} IN ('GB', 'UK') THEN 'UK' ELSE ${code} END`,
    country:
      `CASE WHEN ${code} LIKE 'EEA%' THEN CASE WHEN length(${code}) > 4 THEN substr(${code}, 5) END ` +
      `WHEN ${code} IN ('GB', 'UK') THEN 'GB' ELSE ${code} END`,
  };
}
