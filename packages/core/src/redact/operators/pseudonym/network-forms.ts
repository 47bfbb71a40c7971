/**
 * Addresses of machines -> addresses that no machine has
 *
 * IP: the networks kept for documentation (RFC 5737, RFC 3849). Version 4 has 762 such addresses, so
 * that two machines may become one. MAC: locally administered, with a keyed check, since phones make
 * up such addresses too.
 */
import type { Draw } from "../prf.ts";
import type { Form } from "./form.ts";
import type { KeyedCheck } from "./keyed-check.ts";

const NETWORKS = ["192.0.2", "198.51.100", "203.0.113"] as const;
const VERSION_4 = /^(\d+\.\d+\.\d+)\.\d+((?:\/\d+|:\d+)?)$/;
const VERSION_6_DOCUMENTS = /^\[?2001:0?db8:/i;
const VERSION_6_END = /(?:%[\w.-]+)?(?:\/\d+)?$/;

export const ipForm: Form = {
  make(value, draw) {
    const end = VERSION_4.exec(value)?.[2];
    if (end !== undefined) return `${draw.pick(NETWORKS)}.${1 + draw.below(254)}${end}`;
    if (!value.includes(":")) return undefined;
    const groups = Array.from({ length: 6 }, () => (0x1000 + draw.below(0xf000)).toString(16));
    const suffix = (VERSION_6_END.exec(value)?.[0] ?? "").replace(/^%[\w.-]+/, "");
    return `2001:db8:${groups.join(":")}${suffix}`;
  },

  isOwn(value) {
    const network = VERSION_4.exec(value)?.[1];
    return network === undefined ? VERSION_6_DOCUMENTS.test(value) : NETWORKS.some((one) => one === network);
  },
};

const LOCAL = "02";

export class MacForm implements Form {
  readonly #checks: KeyedCheck;

  constructor(checks: KeyedCheck) {
    this.#checks = checks;
  }

  make(value: string, draw: Draw): string | undefined {
    const size = hexOf(value).length;
    if (size !== 12 && size !== 16) return undefined;
    const free = size - 6;
    const front = `${LOCAL}${Array.from({ length: free }, () => draw.below(16).toString(16)).join("")}`;
    const digits = `${front}${this.#check(front)}`;
    const isUpper = value !== value.toLowerCase();
    let index = -1;
    return value.replace(/[0-9a-f]/gi, () => {
      index += 1;
      const digit = digits.charAt(index);
      return isUpper ? digit.toUpperCase() : digit;
    });
  }

  isOwn(value: string): boolean {
    if (!value.startsWith(LOCAL)) return false;
    const digits = hexOf(value);
    if ((digits.length !== 12 && digits.length !== 16) || !digits.startsWith(LOCAL)) return false;
    return digits.slice(-4) === this.#check(digits.slice(0, -4));
  }

  #check(front: string): string {
    return (this.#checks.of(`mac ${front}`) % 0x10000).toString(16).padStart(4, "0");
  }
}

function hexOf(value: string): string {
  return value.replace(/[^0-9a-f]/gi, "").toLowerCase();
}
