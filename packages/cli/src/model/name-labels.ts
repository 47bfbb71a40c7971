/**
 * A model's label -> the **type** of a name, or nothing
 *
 * By the table with which marked texts are measured. Labels that are known to be no names are left
 * out; those that nobody knows are noted, as they may be names under a word of the model's own.
 */
import { type EntityType, groupOf, labelsOf } from "@proviso/core/redact";

const GROUPS: ReadonlySet<string> = new Set(["person", "place", "organisation"]);

/** Of OntoNotes, CoNLL, Presidio and their like: things that are no names of somebody or something. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    "O MISC MISCELLANEOUS DATE TIME DATETIME AGE NRP NORP URL URI CARDINAL ORDINAL MONEY PERCENT QUANTITY " +
    "EVENT WORKOFART LAW LANGUAGE PRODUCT TITLE PREFIX SUFFIX JOB JOBTITLE JOBTYPE OCCUPATION PROFESSION " +
    "GENDER SEX NUMBER AMOUNT CURRENCY USERAGENT ANIMAL PLANT FOOD VEHICLETYPE"
  ).split(" "),
);

const labels = labelsOf();

/** @param unknown takes the label where it is in no table */
export function nameTypeOf(label: string, unknown: Set<string>): EntityType | undefined {
  const name = labels.classOf(label);
  if (name === undefined) {
    if (!OTHERS.has(label.toUpperCase().replace(/[^A-Z0-9]/g, ""))) unknown.add(label);
    return undefined;
  }
  const [type] = labels.typesOf(name);
  return type !== undefined && GROUPS.has(groupOf(type)) ? type : undefined;
}
