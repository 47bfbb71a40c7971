/** The words beside a number that say it is a telephone number, or that it is not. */
import { contextWords, hasContext } from "../../scan/context.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";

/** After these a number need not fit a numbering plan: fictional and internal numbers do not. */
const LABEL_WORDS = listed(
  "phone, phones, telephone, tel, tele, ph, cell, cellphone, mobile, mob, fax, telefax, hotline",
  "helpline, voicemail, landline, whatsapp, viber, sms, dial, calling, ring me, call me, call us",
  "call him, call her, call them, call on, call at, called me, phoned, text me, text us, texting",
  "reach me, reach us, reached at, answering at, answer at, messages to, text messages, message on my",
  "my registered, registered mobile, phone_number, Telefon, Telefonnummer, Telefonnr, Rufnummer, Handy",
  "Handynummer, Handynr, Mobil, Fon, Mobilnummer, Mobilfunk*, Durchwahl, Festnetz*, anrufen, Rückruf",
  "erreichbar unter, téléphone, telephoner, téléphonez, portable, appelez, appeler, appelle, joindre au",
  "joignable au, télécopie, teléfono, telefono, móvil, movil, celular, llame, llamar, llámame, llamame",
  "fijo, tfno, tlfno, tlf, cellulare, chiamare, chiamami, chiami, recapito, telefonino, telefone",
  "telemóvel, telemovel, ligar, ligue, liga-me, telefoon, mobiel, telefoonnummer, mobieltje, gsm",
  "bel me, bel mij, bellen, bereikbaar op, mobilnummer, ringa, telefonnummer, komórka, zadzwoń, telefonu, telefonem",
);

/** After these a number counts if it fits a numbering plan. */
const HINT_WORDS = listed(
  "number, numbers, call, contact, contacts, desk, office, home, work, reception, nummer, Nr, numéro",
  "número, numero, contacto, contatto, contato, Kontakt, registered, telepono, mobil nr, appel, chiama, bel",
);

/** Right behind a number. */
const TRAILERS = contextWords(
  listed(
    "office, fax, mobile, cell, desk, home, phone, tel, landline, Büro, mobil, privat, bureau, domicile",
    "oficina, móvil, casa, ufficio, cellulare, kantoor, mobiel",
  ),
);

/** What else numbers are: whichever label is nearest wins. */
const OTHER_WORDS = listed(
  "order, orders, invoice, ticket, tracking, parcel, shipment, account, acct, a/c, routing, iban, bic",
  "swift, sort code, card, cc, ssn, social security, itin, ein, id, ids, uid, ref, reference, case",
  "serial, isbn, issn, ean, upc, sku, version, build, passport, licence, license, policy, member",
  "membership, customer, claim, transaction, txn, patient, mrn, nhs, npi, vin, imei, imsi, iccid, zip",
  "postcode, doi, arxiv, pmid, model, part, port, pid, commit, hash, timestamp, epoch, population",
  "revenue, total, amount, price, born, birth, dob, date, coordinates, latitude, longitude, patent, tax",
  "vat, registration, Bestellung, Bestellnummer, Rechnung*, Kundennummer, Konto*, Auftrag*, Sendung*",
  "Aktenzeichen, Vorgang*, Steuer*, Versicherung*, Ausweis*, Artikel*, commande, facture, dossier",
  "compte, référence, colis, siret, siren, nir, pedido, factura, cuenta, expediente, dni, nif, nie",
  "envío, ordine, fattura, conto, pratica, partita iva, codice, encomenda, fatura, conta, cpf, cnpj",
  "bestelling, bestelnummer, factuur, rekening*, klantnummer, bsn, pesel",
);

const LABELS = contextWords(LABEL_WORDS);
const HINTS = contextWords(HINT_WORDS);
const OTHERS = contextWords(OTHER_WORDS);
/** Most numbers have none of the words near: one look instead of many. */
const ANY = contextWords([...LABEL_WORDS, ...HINT_WORDS, ...OTHER_WORDS]);

export const NO_WORD = 0;
export const HINT = 1;
export const LABELLED = 2;
export const OTHER = -1;
export type PhoneWord = typeof NO_WORD | typeof HINT | typeof LABELLED | typeof OTHER;

/** Widening reaches, so that the nearest word decides. */
const REACHES = [12, 20, 32, 44].map((before) => ({ before, after: 0 }));
const NEARER = { before: 32, after: 0 };
const FARTHEST = { before: 44, after: 0 };
const BEHIND = { before: 0, after: 10 };

/** What the words before `start` make of a number that begins there. */
export function wordBefore(text: Text, start: number): PhoneWord {
  if (!hasContext(text, start, start, ANY, FARTHEST)) return NO_WORD;
  for (const reach of REACHES) {
    if (hasContext(text, start, start, LABELS, reach)) return LABELLED;
    if (hasContext(text, start, start, OTHERS, reach)) return OTHER;
  }
  return hasContext(text, start, start, HINTS, NEARER) ? HINT : NO_WORD;
}

/** Whether a word right behind `end` says what the number is. */
export function isTrailed(text: Text, end: number): boolean {
  return hasContext(text, end, end, TRAILERS, BEHIND);
}
