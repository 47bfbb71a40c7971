/**
 * The closed table of **obligations** that policies name, and who has to meet each.
 *
 * `text`: the profile, by what it replaces. `export`: whoever writes the data set, by what is left
 * out of it. `use`: whoever uses the data set; it can only be passed on. One that is not in the table
 * is met by nobody, and is an error.
 */
import type { EntityGroup, KnownEntity } from "../entity.ts";

/** What a profile must do for it. */
export interface TextDuty {
  readonly by: "text";
  /** None of these types and groups may be kept. */
  readonly covers: readonly (EntityGroup | KnownEntity)[];
  /** Names must be looked for. */
  readonly names: boolean;
  /** Nobody may be able to get the values back, nor to tell that two are equal across documents. */
  readonly final?: true;
  readonly says: string;
}

export interface ExportDuty {
  readonly by: "export";
  /** No id goes in, of the account or of the conversation that would lead to it. */
  readonly unlinks?: true;
  readonly says: string;
}

export interface UseDuty {
  readonly by: "use";
  readonly says: string;
}

/** What identifies a person by itself. */
const IDENTIFIERS: TextDuty["covers"] = [
  "contact",
  "financial",
  "government-id",
  "network",
  "account",
  "ADDRESS",
];
/** Data about a person, whether or not it identifies one alone. */
const PERSONAL: TextDuty["covers"] = [...IDENTIFIERS, "person", "date", "POSTCODE"];
const SENSITIVE: TextDuty["covers"] = ["contact", "financial", "government-id", "account", "date", "secret"];

export const OBLIGATIONS: Readonly<Record<string, TextDuty | ExportDuty | UseDuty>> = {
  "redact-personal-data": {
    by: "text",
    covers: [...PERSONAL, "secret"],
    names: true,
    says: "personal data and secrets are replaced",
  },
  "reduce-personal-data": {
    by: "text",
    covers: PERSONAL,
    names: true,
    says: "personal data is replaced",
  },
  "remove-identifiers": {
    by: "text",
    covers: [...IDENTIFIERS, "person"],
    names: true,
    says: "what identifies a person is replaced",
  },
  "filter-or-obfuscate-sensitive-data": {
    by: "text",
    covers: SENSITIVE,
    names: false,
    says: "sensitive data is replaced",
  },
  "de-identify": {
    by: "text",
    covers: PERSONAL,
    names: true,
    final: true,
    says: "nothing leads back to a person: no value can be decrypted or recognised in another document",
  },
  "aggregate-or-de-identify": {
    by: "text",
    covers: PERSONAL,
    names: true,
    final: true,
    says: "nothing leads back to a person: no value can be decrypted or recognised in another document",
  },

  "unlink-account": { by: "export", unlinks: true, says: "no id of an account goes in" },
  "delink-user-id": { by: "export", unlinks: true, says: "no id of a user goes in" },
  "detach-from-account-before-review": { by: "export", unlinks: true, says: "no id of an account goes in" },
  "do-not-combine-with-other-conversations": { by: "use", says: "each conversation stands alone" },
  "leave-out-audio-and-live-video": { by: "export", says: "only text goes in" },
  "to-a-minimal-extent": { by: "use", says: "no more is taken than the purpose needs" },

  "legal-role-only": { by: "use", says: "only the legal department sees it" },
  "no-generative-models": { by: "use", says: "no generative model is trained on it" },
  "not-to-third-party-model-providers": { by: "use", says: "it is given to no other provider of models" },
  "notify-runs-that-used-it": { by: "use", says: "runs that used it are told when it is withdrawn" },
  "safety-purposes-only": { by: "use", says: "it is used for safety alone" },
  segregate: { by: "use", says: "it is kept apart" },
  "tell-subject": { by: "use", says: "the person is told" },
};
