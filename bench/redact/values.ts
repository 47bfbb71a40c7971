/** Values of every kind, valid by their check digits, from a seeded source: nobody's, and like anybody's. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** A number from 0 to below `limit` (xorshift32; good enough to mix test data). */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join("");
  }

  of(alphabet: string, count: number): string {
    return Array.from({ length: count }, () => alphabet.charAt(this.below(alphabet.length))).join("");
  }
}

const ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const FIRST =
  "Alice Robert Maria Johannes Ingrid Pedro Camille Giulia Noah Olivia Henrik Amara Kenji Fatima Lukas Sofia Daniel Chloe Mateo Eva".split(
    " ",
  );
const LAST =
  "Miller Okafor Schneider Lindqvist Moreau Ferrari Silva Novak Tanaka Haddad Brennan Castillo Weber Janssen Kowalski Patel Andersson Rossi Garnier Holt".split(
    " ",
  );
const STREETS =
  "Oak Street|Maple Avenue|High Street|Church Road|Elm Drive|Mill Lane|Park Road|Cedar Court".split("|");
const CITIES = ["Springfield, IL 62704", "Portland, OR 97205", "Austin, TX 78701", "Denver, CO 80203"];

export type Kind = keyof typeof VALUES;

export const VALUES = {
  PERSON: (dice: Dice) => `${dice.pick(FIRST)} ${dice.pick(LAST)}`,
  EMAIL: (dice: Dice) =>
    `${dice.pick(FIRST).toLowerCase()}.${dice.pick(LAST).toLowerCase()}${dice.below(90)}@example.${dice.pick(["com", "org", "net"])}`,
  PHONE: (dice: Dice) =>
    dice.pick([
      () => `(${dice.pick(["415", "212", "303"])}) 555-01${dice.digits(2)}`,
      () => `+44 7700 900${dice.digits(3)}`,
      () => `+49 30 2312${dice.digits(4)}`,
      () => `+1 ${dice.pick(["206", "312"])}-555-01${dice.digits(2)}`,
    ])(),
  CARD: (dice: Dice) => grouped(luhn(`4${dice.digits(14)}`), dice.pick([" ", "-", ""])),
  IBAN: (dice: Dice) => iban("DE", dice.digits(18)),
  US_SSN: (dice: Dice) => `${200 + dice.below(400)}-${10 + dice.below(80)}-${1000 + dice.below(8999)}`,
  IP: (dice: Dice) => `${10 + dice.below(200)}.${dice.below(256)}.${dice.below(256)}.${1 + dice.below(254)}`,
  MAC: (dice: Dice) => Array.from({ length: 6 }, () => dice.of("0123456789abcdef", 2)).join(":"),
  ADDRESS: (dice: Dice) => `${1 + dice.below(999)} ${dice.pick(STREETS)}, ${dice.pick(CITIES)}`,
  API_KEY: (dice: Dice) =>
    dice.pick([`ghp_${dice.of(ALNUM, 36)}`, `AKIA${dice.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}`]),
  BR_CPF: (dice: Dice) => cpf(dice.digits(9)),
} as const;

function luhn(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits + ((10 - (sum % 10)) % 10);
}

function grouped(digits: string, separator: string): string {
  return digits.match(/.{1,4}/g)?.join(separator) ?? digits;
}

function iban(country: string, account: string): string {
  const numbers = [...`${account}${country}00`].map((one) => String(Number.parseInt(one, 36))).join("");
  const check = 98n - (BigInt(numbers) % 97n);
  return grouped(`${country}${String(check).padStart(2, "0")}${account}`, " ");
}

function cpf(nine: string): string {
  const check = (digits: string): number => {
    const sum = [...digits].reduce(
      (total, one, index) => total + Number(one) * (digits.length + 1 - index),
      0,
    );
    return ((sum * 10) % 11) % 10;
  };
  const ten = `${nine}${check(nine)}`;
  const all = `${ten}${check(ten)}`;
  return `${all.slice(0, 3)}.${all.slice(3, 6)}.${all.slice(6, 9)}-${all.slice(9)}`;
}
