/**
 * The words that stand between a label and its value: `Kundennummer lautet: 4711`, `número de cliente
 * es el 4711`. In en, de, fr, es, pt, it, nl.
 */

/** These say that a number follows. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    "number numbers numb num no nos nr id ids code ref reference nummer nummern nummern-nr kennung kennziffer " +
    "numéro numero número num n nº n° nro codice código codigo identifier identification"
  ).split(" "),
);

/** These say nothing. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    "is are was the my your his her their our a an of for with on as here it its be and card document " +
    "ist lautet die der das den dem mein meine meiner meines ihre ihr ihrer mit von für und " +
    "est le la les de du des mon ma votre son sa d l et pour avec " +
    "es el los las mi mis su tu y del al con " +
    "é o os meu minha do da dos das e com sob " +
    "è il lo i gli mio mia suo sua di della dello " +
    "het een mijn uw van voor met en"
  ).split(" "),
);
