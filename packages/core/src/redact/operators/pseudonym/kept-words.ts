/**
 * Words in names of persons, places and organisations that say what it is and not which: they stay.
 *
 * In lower case. A name that consists of nothing else is replaced all the same.
 */
export const KEPT_WORDS: ReadonlySet<string> = new Set(
  [
    // Particles, links and articles.
    "van von der den dem des de del della delle di da das do dos du la le les el al bin ibn ben ter ten zu zum",
    "zur y e et und and of the for on in at am an sur sous upon by near c/o",
    // Forms of address and what follows a name.
    "mr mrs ms miss mx dr prof professor doctor sir lady lord dame herr frau monsieur madame mme mlle signor",
    "signora señor señora senhor senhora dott sra jr sr ii iii iv phd md esq mba rev father sister",
    // Forms of companies, and what organisations are.
    "ltd limited inc incorporated llc llp plc corp corporation co company gmbh ag kg ohg ev se sa sas sarl spa",
    "srl bv nv ab as oy oyj aps sl pty group holding holdings bank university universität université universidad",
    "università hospital klinik school college institute institut foundation stiftung trust association church",
    "ministry department council committee agency court corner",
    // Streets and what is in them.
    "street st road rd avenue ave lane ln drive boulevard blvd court ct close place pl square sq terrace way",
    "crescent highway hwy parkway row mews apt apartment suite ste unit floor fl flat building bldg block room po",
    "box north south east west northeast northwest southeast southwest",
    "straße strasse str weg gasse platz allee ufer ring damm postfach etage wohnung",
    "rue chemin route impasse quai place allée bâtiment étage bp cedex",
    "calle avenida plaza paseo carretera camino piso puerta apartado rua travessa praça largo estrada andar",
    "via viale piazza corso largo vicolo strada piano interno casella postale",
    "straat laan plein kade gracht dijk postbus bus verdieping",
  ].flatMap((line) => line.split(" ")),
);

/** Ends of compound street names; what stands before is the name. */
export const KEPT_ENDS: readonly string[] = [
  "straße",
  "strasse",
  "platz",
  "gasse",
  "allee",
  "straat",
  "gracht",
  "plein",
  "laan",
  "kade",
  "dijk",
  "weg",
  "ufer",
  "damm",
];
