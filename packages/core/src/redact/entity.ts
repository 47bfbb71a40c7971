/**
 * The closed table of **entity types**: what a finding can be.
 *
 * A new type is one line here. `group` is what profiles and reports may name instead of single
 * types; `tag` is what the operator `replace` writes. Custom recognizers bring types of their own,
 * which are in the group `custom`.
 */
export type EntityGroup =
  | "contact"
  | "financial"
  | "government-id"
  | "network"
  | "person"
  | "place"
  | "organisation"
  | "date"
  | "account"
  | "secret"
  | "special-category"
  | "custom";

export interface EntityDefinition {
  readonly group: EntityGroup;
  /** One phrase for a reader. */
  readonly says: string;
}

function entity(group: EntityGroup, says: string): EntityDefinition {
  return { group, says };
}

export const ENTITIES = {
  EMAIL: entity("contact", "an e-mail address"),
  PHONE: entity("contact", "a telephone number"),
  ADDRESS: entity("place", "a postal address"),
  POSTCODE: entity("place", "a postcode"),
  LOCATION: entity("place", "the name of a place"),
  PERSON: entity("person", "a person's name"),
  ORGANISATION: entity("organisation", "the name of an organisation"),
  USERNAME: entity("account", "a user name or handle"),
  ACCOUNT_NUMBER: entity("account", "a customer, member or account number"),
  DATE_OF_BIRTH: entity("date", "a date of birth"),
  CARD: entity("financial", "a payment card number"),
  CARD_CODE: entity("financial", "a card's security code or expiry date"),
  IBAN: entity("financial", "an international bank account number"),
  BANK_ACCOUNT: entity("financial", "a bank account number"),
  ROUTING_NUMBER: entity("financial", "a bank routing number or sort code"),
  BIC: entity("financial", "a bank identifier code (SWIFT)"),
  CRYPTO_ADDRESS: entity("financial", "an address on a blockchain"),
  IP: entity("network", "an IP address, version 4 or 6"),
  MAC: entity("network", "a network interface's address"),
  URL_CREDENTIALS: entity("secret", "user name and password inside a URL"),
  PASSPORT: entity("government-id", "a passport number"),
  DRIVING_LICENCE: entity("government-id", "a driving licence number"),
  VEHICLE: entity("government-id", "a vehicle's registration or identification number"),
  MEDICAL_ID: entity("government-id", "a health insurance or medical record number"),
  US_SSN: entity("government-id", "a US social security number"),
  US_ITIN: entity("government-id", "a US individual taxpayer number"),
  UK_NHS: entity("government-id", "a UK NHS number"),
  UK_NINO: entity("government-id", "a UK national insurance number"),
  DE_TAX_ID: entity("government-id", "a German tax identification number"),
  DE_ID_CARD: entity("government-id", "a German identity card number"),
  FR_NIR: entity("government-id", "a French social security number (NIR)"),
  ES_DNI: entity("government-id", "a Spanish identity number (DNI)"),
  ES_NIE: entity("government-id", "a Spanish number for foreigners (NIE)"),
  IT_FISCAL_CODE: entity("government-id", "an Italian fiscal code"),
  IT_ID: entity("government-id", "another Italian identity, VAT or document number"),
  IN_AADHAAR: entity("government-id", "an Indian Aadhaar number"),
  IN_PAN: entity("government-id", "an Indian permanent account number"),
  IN_ID: entity("government-id", "another Indian identity, voter or tax number"),
  BR_CPF: entity("government-id", "a Brazilian CPF"),
  BR_CNPJ: entity("government-id", "a Brazilian CNPJ"),
  AU_TFN: entity("government-id", "an Australian tax file number"),
  AU_ABN: entity("government-id", "an Australian business number"),
  AU_ACN: entity("government-id", "an Australian company number"),
  AU_MEDICARE: entity("government-id", "an Australian Medicare number"),
  CA_SIN: entity("government-id", "a Canadian social insurance number"),
  PL_PESEL: entity("government-id", "a Polish PESEL"),
  NL_BSN: entity("government-id", "a Dutch citizen service number"),
  SE_PERSONNUMMER: entity("government-id", "a Swedish personal identity number"),
  FI_HETU: entity("government-id", "a Finnish personal identity code"),
  PT_NIF: entity("government-id", "a Portuguese tax number"),
  SG_NRIC: entity("government-id", "a Singaporean identity number"),
  KR_RRN: entity("government-id", "a South Korean registration number"),
  TH_TNIN: entity("government-id", "a Thai national identity number"),
  TR_TCKN: entity("government-id", "a Turkish identity number"),
  ZA_ID: entity("government-id", "a South African identity number"),
  NG_ID: entity("government-id", "a Nigerian identity number"),
  GOVERNMENT_ID: entity("government-id", "another number given by a state"),
  API_KEY: entity("secret", "a key or token of a service"),
  PASSWORD: entity("secret", "a password"),
  PRIVATE_KEY: entity("secret", "a private key"),
  JWT: entity("secret", "a JSON web token"),
  CONNECTION_STRING: entity("secret", "a connection string with credentials"),
  HIGH_ENTROPY: entity("secret", "a random-looking value assigned to something secret"),
  SPECIAL_HEALTH: entity("special-category", "someone's health"),
  SPECIAL_SEXUALITY: entity("special-category", "someone's sex life or sexual orientation"),
  SPECIAL_RELIGION: entity("special-category", "someone's religion or belief"),
  SPECIAL_POLITICS: entity("special-category", "someone's political opinion"),
  SPECIAL_UNION: entity("special-category", "someone's membership in a trade union"),
  SPECIAL_ORIGIN: entity("special-category", "someone's racial or ethnic origin"),
  SPECIAL_GENETIC: entity("special-category", "someone's genetic data"),
  SPECIAL_BIOMETRIC: entity("special-category", "someone's biometric data"),
} as const satisfies Record<string, EntityDefinition>;

export type KnownEntity = keyof typeof ENTITIES;

/** A known type, or the name a custom recognizer gave its own (`[A-Z][A-Z0-9_]*`). */
export type EntityType = KnownEntity | (string & {});

/** What stands behind a finding, from the strongest to the weakest; the order decides overlaps. */
export const VALIDATIONS = ["checksum", "structure", "context", "pattern", "model", "memory"] as const;

/**
 * `checksum`: check digits fit. `structure`: a form that nothing else has (prefix, registry, length
 * table). `context`: a word beside it says so. `pattern`: the form alone. `model`: the tagger's
 * judgement. `memory`: it was found elsewhere in the same conversation.
 */
export type Validation = (typeof VALIDATIONS)[number];

export function groupOf(type: EntityType): EntityGroup {
  return Object.hasOwn(ENTITIES, type) ? ENTITIES[type as KnownEntity].group : "custom";
}
