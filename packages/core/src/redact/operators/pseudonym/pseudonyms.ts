/**
 * (key, scope) -> **Pseudonyms**: values of the same kind that belong to nobody
 *
 * One form per kind of value. Secrets have none: a made-up password teaches nothing, and what looks
 * like one is kept out of a training set.
 */
import { type EntityType, groupOf } from "../../entity.ts";
import { identityOf } from "../identity.ts";
import type { DateOrder } from "../operator.ts";
import { Draw, type Prf } from "../prf.ts";
import { dateAge, shiftDate } from "./date-form.ts";
import { EmailForm } from "./email-form.ts";
import type { Form } from "./form.ts";
import { KeyedCheck } from "./keyed-check.ts";
import { NameForm } from "./name-form.ts";
import { NameWords } from "./name-words.ts";
import { ipForm, MacForm } from "./network-forms.ts";
import { phoneForm } from "./phone-form.ts";
import { recogniser } from "./recognises.ts";
import { ShapeForm } from "./shape-form.ts";
import { UsernameForm } from "./username-form.ts";

export class Pseudonyms {
  readonly #prf: Prf;
  readonly #scope: string;
  readonly #forms: ReadonlyMap<string, Form>;
  readonly #shape: Form;
  /** Forms whose pseudonyms are told by the key or by a form nothing else has, whatever they are found as. */
  readonly #anywhere: readonly Form[];

  constructor(prf: Prf, scope: string) {
    this.#prf = prf;
    this.#scope = scope;
    const words = new NameWords(prf, scope);
    const checks = new KeyedCheck(prf, scope);
    const names = new NameForm(words);
    const email = new EmailForm(checks, words);
    const username = new UsernameForm(checks, words);
    const mac = new MacForm(checks);
    this.#shape = new ShapeForm(checks, recogniser());
    this.#forms = new Map<string, Form>([
      ["EMAIL", email],
      ["PHONE", phoneForm],
      ["PERSON", names],
      ["ADDRESS", names],
      ["POSTCODE", names],
      ["LOCATION", names],
      ["ORGANISATION", names],
      ["USERNAME", username],
      ["IP", ipForm],
      ["MAC", mac],
    ]);
    this.#anywhere = [names, email, username, phoneForm, ipForm, mac, this.#shape];
  }

  /** Undefined where the kind, or this value, has none. */
  make(type: EntityType, value: string): string | undefined {
    const draw = new Draw(this.#prf, "pseudonym", this.#scope, type, identityOf(type, value));
    return this.#formOf(type)?.make(value, draw, type);
  }

  /** A date moves by an offset of its subject's; without one there is nothing to move it by. */
  makeDate(value: string, subject: string | undefined, order: DateOrder): string | undefined {
    return subject === undefined
      ? undefined
      : shiftDate(value, `${this.#scope.length}:${this.#scope}${subject}`, order, this.#prf);
  }

  isOwn(type: EntityType, value: string): boolean {
    if (groupOf(type) === "date") {
      const age = dateAge(value);
      // Its year says it all: a real date passes no check by chance.
      if (age !== undefined) return age === "bygone";
    }
    return (
      this.#formOf(type)?.isOwn(value, type) === true ||
      this.#anywhere.some((form) => form.isOwn(value, type))
    );
  }

  #formOf(type: EntityType): Form | undefined {
    const form = this.#forms.get(type);
    if (form !== undefined) return form;
    const group = groupOf(type);
    return group === "secret" || group === "date" ? undefined : this.#shape;
  }
}
