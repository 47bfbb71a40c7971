/** Values of all kinds as people write them, for tests of laws. Invented, and no one's. */
import fc from "fast-check";
import { ENTITIES, type KnownEntity } from "../src/redact/entity.ts";

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: least, maxLength: most });
const letters = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: least, maxLength: most });
const word = letters(2, 10).map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const joined = (separator: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(separator));

const person = fc.oneof(
  joined(" ", word, word),
  joined(" ", fc.constantFrom("Dr.", "Mrs", "Herr"), word, fc.constantFrom("van", "de la", "und"), word),
  joined(". ", fc.constantFrom("A", "B", "J"), word),
  joined(" ", word, word).map((text) => text.toUpperCase()),
  joined("-", word, word),
  fc.constantFrom("J.R.", "王伟", "Иван Петров", "O’Brien", "Zoë’s", "de la", "X"),
);
const address = fc.oneof(
  joined(" ", digits(1, 4), word, fc.constantFrom("Street", "Rd", "Lane"), fc.constantFrom("Apt. 4", "")),
  joined(" ", fc.constantFrom("Hauptstraße", "Calle", "Rue de"), word, digits(1, 3)),
  joined(", ", joined(" ", word, digits(1, 2)), joined(" ", digits(5, 5), word), word),
);
const phone = fc.oneof(
  joined(" ", fc.constantFrom("+1", "+44", "+49", "+33", "+34", "+39", "+353", "0044"), digits(8, 10)),
  joined("-", digits(3, 3), digits(3, 3), digits(4, 4)),
  joined(" ", fc.constantFrom("020", "0151", "(415)"), digits(3, 4), digits(4, 4)),
  joined("", fc.constant("+44 (0)20 7946 "), digits(4, 4)),
  joined(" x", fc.constant("212-867-5309"), digits(2, 4)),
);
const dateOfBirth = fc
  .tuple(
    fc.date({ min: new Date("1920-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    fc.nat(5),
  )
  .map(([date, form]) => {
    const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
    const name = ["January", "Februar", "mars", "Apr.", "mayo", "June"][Number(month) % 6] ?? "";
    return [
      `${year}-${month}-${day}`,
      `${day}.${month}.${year}`,
      `${Number(month)}/${Number(day)}/${year}`,
      `${day} ${name} ${year}`,
      `${name} ${day}, ${year}`,
      `${day}/${month}/${year.slice(2)}`,
    ][form] as string;
  });
const ip = fc.oneof(fc.ipV4(), fc.ipV6());
const mac = fc
  .array(digits(2, 2), { minLength: 6, maxLength: 6 })
  .chain((parts) => fc.constantFrom(":", "-").map((separator) => parts.join(separator)));
const code = fc.oneof(
  digits(5, 20),
  joined("-", digits(3, 3), digits(2, 2), digits(4, 4)),
  joined(
    " ",
    letters(2, 2).map((text) => text.toUpperCase()),
    digits(6, 6),
    letters(1, 1),
  ),
  joined("", letters(4, 12), digits(2, 6)),
);

const OF_TYPE: Readonly<Partial<Record<KnownEntity, fc.Arbitrary<string>>>> = {
  PERSON: person,
  ORGANISATION: joined(" ", word, fc.constantFrom("Ltd", "GmbH", "Bank")),
  LOCATION: fc.oneof(word, joined(" ", word, word)),
  ADDRESS: address,
  POSTCODE: fc.oneof(digits(5, 5), fc.constantFrom("SW1A 1AA", "1012 AB", "101")),
  EMAIL: fc.emailAddress(),
  PHONE: phone,
  DATE_OF_BIRTH: dateOfBirth,
  IP: ip,
  MAC: mac,
  USERNAME: joined("", fc.constantFrom("@", ""), letters(3, 9), digits(0, 3)),
  IBAN: joined("", fc.constantFrom("DE89", "GB29", "FR14"), digits(14, 18)),
};

/** A type and a value that may be found as it. */
export const typedValue: fc.Arbitrary<{ readonly type: KnownEntity; readonly value: string }> = fc
  .constantFrom(...(Object.keys(ENTITIES) as KnownEntity[]))
  .chain((type) => (OF_TYPE[type] ?? code).map((value) => ({ type, value })));
