/** Words that say that someone lives, or is sent something, at what follows. */
import { contextWords, type Reach } from "../../../scan/context.ts";

export const SAYS_ADDRESS: ReturnType<typeof contextWords> = contextWords([
  ...[
    "address",
    "addresses",
    "live at",
    "live in",
    "lives at",
    "lives in",
    "lives on",
    "lived at",
    "lived in",
  ],
  ...[
    "living at",
    "live on",
    "located at",
    "located on",
    "location",
    "reside*",
    "sent to",
    "send to",
    "send it to",
  ],
  ...[
    "ship to",
    "shipped to",
    "shipping",
    "deliver*",
    "billing",
    "mail to",
    "mailed to",
    "return to",
    "moved to",
  ],
  ...["meet me at", "meet you at", "office is at", "is at", "arrived at", "drops you off at", "home is"],
  ...["anschrift", "adresse", "wohnhaft", "wohne", "wohnt", "wohnort", "liefer*", "gemeldet", "ansässig"],
  ...["habite", "demeurant", "domicilié", "domiciliée", "livrer", "livraison", "rendez-vous au"],
  ...["dirección", "direccion", "domicilio", "vivo en", "vive en", "residente", "envío", "enviar a"],
  ...["indirizzo", "abito", "abita", "spedire", "spedizione", "endereço", "endereco", "morada", "moro"],
  ...["mora na", "entrega", "adres", "woon", "woont", "wonende", "bezorg*", "verzend*"],
]);

export const BEFORE_IT: Reach = { before: 44, after: 0 };
