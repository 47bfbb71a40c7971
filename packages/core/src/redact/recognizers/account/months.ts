/** Month names and their usual short forms in en, de, fr, es, pt, it, nl (and sv, da, pl), in small letters. */
const NAMES: readonly (readonly string[])[] = [
  "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia",
  "february feb februar feber février fevrier févr febrero fevereiro fev febbraio februari lutego",
  "march mar märz maerz mär mars marzo março marco maart mrt mrz marca",
  "april apr avril avr abril abr aprile kwietnia",
  "may mai mayo maio maggio mag mei maj maja",
  "june jun juni juin junio junho giugno giu czerwca",
  "july jul juli juillet juil julio julho luglio lug lipca",
  "august aug août aout agosto ago augustus augusti sierpnia",
  "september sep sept septembre septiembre setembro set settembre września",
  "october oct oktober okt octobre octubre outubro out ottobre ott października",
  "november nov novembre noviembre novembro listopada",
  "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia",
].map((names) => names.split(" "));

const BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** The longest name in bytes. */
export const LONGEST_MONTH = 14;

/** 1 to 12, or 0 if it is no month. @param name in small letters */
export function monthOf(name: string): number {
  return BY_NAME.get(name) ?? 0;
}
