/** Labels of postcodes, and the areas that postcodes of the United Kingdom begin with. */
import { contextWords } from "../../../scan/context.ts";
import { WordTable } from "../../../scan/word-table.ts";

export const POSTCODE_LABELS: ReturnType<typeof contextWords> = contextWords([
  ...[
    "zip:*",
    'zip"*',
    "zip'*",
    "zip=*",
    "zip is",
    "zip =*",
    "zip code",
    "zipcode",
    "zip_code",
    "zip-code",
    "postcode",
    "post code",
    "postal code",
    "postalcode",
  ],
  ...["postal_code", "post_code", "pin code", "pincode", "eircode", "plz", "postleitzahl", "code postal"],
  ...["codepostal", "code_postal", "código postal", "codigo postal", "c.p", "codice postale", "c.a.p", "cep"],
  ...["postnummer", "postnr", "kod pocztowy", "psč", "irányítószám", "postinumero", "cod postal", "индекс"],
]);

/** The last word before a labelled postcode: of a label, or what joins it to the value. */
export const LABEL_ENDS: WordTable = new WordTable([
  [
    1,
    `zip code zipcode zip_code postcode postalcode postal_code post_code pincode eircode plz postleitzahl postal
     codepostal code_postal p c.p cp postale c.a.p cap cep postnummer postnr pocztowy psč irányítószám postinumero
     индекс Индекс is ist lautet est es è é e was are number numéro número numero nummer nr`,
  ],
]);

/** Too short or too common to be believed beside anything but five digits. */
export const SHORT_LABELS: ReturnType<typeof contextWords> = contextWords(["cp", "cap", "zip"]);

/** Postcode areas of Royal Mail. */
export const UK_AREAS: ReadonlySet<string> = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY
   G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP
   NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB
   W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);

/** A digit and these are more often a size, an ordinal or a time: `16GB`, `2ND`. */
export const UNIT_LETTERS: ReadonlySet<string> = new Set(
  "GB TB ND RD ST TH PX HZ XL FT LB PS HR HS WH".split(" "),
);

/** Countries' codes in front of a postcode: `D-10115`, `CH-8001`. */
export const COUNTRY_PREFIXES: ReadonlySet<string> = new Set(
  "A AT B BE CH CZ D DE DK E ES F FI FR H HR HU I IT L LT LU LV N NL NO P PL PT RO S SE SI SK".split(" "),
);
