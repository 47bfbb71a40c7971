/** Names of months to their number from 1; small letters, without full stops. English, French, German, Spanish, Italian, Portuguese, Dutch. */
const NAMES: readonly string[] = [
  "january jan janvier janv januar jänner jaenner enero ene gennaio gen janeiro januari",
  "february feb février fevrier févr fevr februar febrero febbraio febb fevereiro fev februari",
  "march mar mars märz maerz mrz marzo março marco maart mrt",
  "april apr avril avr abril abr aprile",
  "may mai mayo maggio mag maio mei",
  "june jun juin juni junio giugno giu junho",
  "july jul juillet juil juli julio luglio lug julho",
  "august aug août aout agosto ago augustus",
  "september sep sept septembre septiembre setiembre settembre set setembro",
  "october oct octobre oktober okt octubre ottobre ott outubro out",
  "november nov novembre noviembre novembro",
  "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro",
];

export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
