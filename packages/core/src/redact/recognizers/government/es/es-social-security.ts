/** Spanish social security numbers: province, number, and the rest by 97 (twelve digits; firms have eleven). */
import type { Recognizer } from "../../recognizer.ts";
import { numberId } from "../form/number-id.ts";

const PROVINCES = 66;

export const esSocialSecurity: Recognizer = numberId({
  name: "es-social-security",
  type: "GOVERNMENT_ID",
  forms: { "12": 0.5, "2/8/2": 0.9, "2 8 2": 0.85, "2-8-2": 0.85, "2/10": 0.8, "2 10": 0.7 },
  validation: "checksum",
  words: ["seguridad social", "nss", "n.s.s", "afiliación", "naf", "nuss", "número de afiliación"],
  check(digits, from) {
    const province = (digits[from] ?? 0) * 10 + (digits[from + 1] ?? 0);
    if (province === 0 || province > PROVINCES) return false;
    let number = 0;
    for (let index = 2; index < 10; index += 1) number = number * 10 + (digits[from + index] ?? 0);
    const whole = number < 10_000_000 ? number + province * 10_000_000 : number + province * 100_000_000;
    return whole % 97 === (digits[from + 10] ?? 0) * 10 + (digits[from + 11] ?? 0);
  },
});
