/** Words for streets, the parts of buildings and post boxes. */
import type { WordList } from "../../../scan/word-table.ts";
import {
  AFTER,
  AFTER_WEAK,
  BACK,
  BACK_WEAK,
  BEFORE,
  BEFORE_WEAK,
  BOX,
  BOX_WEAK,
  COMPOUND,
  COMPOUND_WEAK,
  DIRECTION,
  DOOR,
  DOTTED,
  HOUSE_FIRST,
  MILITARY,
  MILITARY_AREA,
  POST,
  SHORT,
  UNIT,
} from "./kinds.ts";

/** Street types of English as postal services list them, and their counterparts elsewhere. */
export const STREET_WORDS: WordList = [
  [AFTER, "street avenue road boulevard lane drive crescent parkway highway terrace turnpike esplanade"],
  [AFTER | SHORT, "st str ave rd blvd ln cres crescent pkwy hwy terr boul"],
  [AFTER_WEAK | SHORT, "dr pl sq ct cir trl gdns cv pde ter est hts ests rte expy fwy"],
  [
    AFTER_WEAK,
    `place square court way close circle trail loop walk row hill park plaza green gate gates garden gardens
     grove mews rise view views alley path pike quay wharf bend bridge commons crossing cove creek fields glen
     heights hollow island islands junction lake landing manor meadow meadows mill mills mount mountain oval parade
     passage ridge shore shores spring springs station summit vale valley villas ville walks village
     vista wells estate estates extension flats ford forest forge fork forks harbor harbour haven
     knoll locks lodge motorway mall orchard points rapids route spur track trace tunnel viaduct
     causeway expressway freeway bypass broadway strand embankment promenade circus croft dale drove
     lea yard brae wynd copse paddock spinney wood woods plain plains ways stream curve club parks ports
     roads courts centers dam isle keys lights mission prairie radial ramp shoal shoals stravenue throughway
     valleys canyon canyons divide circuit approach corner corners gateway inlet isle landing falls ferry neck land
     trafficway underpass unions cliffs brooks bluff bluffs burgs bottom branch bypass crest crossroad`,
  ],
  [
    BEFORE,
    `calle callejón callejon avenida
     carretera paseo camino travesía travesia rúa carrer passeig avinguda glorieta plaza plaça placa
     calzada jirón jiron viale piazza piazzale vicolo contrada lungomare lungotevere strada
     borgata salita rua travessa praça praca estrada alameda rodovia beco ladeira praceta azinhaga calçada
     ulica aleja aleje osiedle bulevardul calea aleea soseaua șoseaua ulitsa náměstí namesti
     улица проспект переулок бульвар шоссе вулиця οδός οδος λεωφόρος Улица Проспект Οδός Λεωφόρος jalan lorong`,
  ],
  [
    BEFORE,
    "rambla ronda riera intrarea bulwar skwer szosa rondo bulevar privada prolongación privada andador viela",
  ],
  [BEFORE | SHORT, "prol carr calz priv"],
  [
    BEFORE_WEAK,
    `senda arrabal poblado partida ramal bloque barrio bairro grupo polígono cuesta vereda subida bajada eje retorno marginal salida
     viaducto cerrada sector colonia jardim escadas trg naselje prolaz obala rotonda incrocio park ogród`,
  ],
  [BEFORE_WEAK | SHORT | DOTTED, "cda bulw wyb"],
  [BEFORE_WEAK | HOUSE_FIRST, "voie promenade montée côte cour clos venelle traverse parvis domaine"],
  [
    BEFORE | HOUSE_FIRST,
    "rue ruelle impasse chemin allée allee allées faubourg sentier avenue boulevard quai lotissement résidence",
  ],
  [BEFORE | HOUSE_FIRST | SHORT, "bd blvd bld av"],
  [BEFORE_WEAK | HOUSE_FIRST, "place cours route square passage esplanade cité cite residence"],
  [BEFORE | SHORT, "avda avd ul bd bvd boul ctra pza plza psje jl c/ nám tř"],
  [BEFORE | SHORT | DOTTED, "ул Ул пр пер λ Λ λεωφ Λεωφ str imp trav cl cra"],
  [BEFORE_WEAK | SHORT | DOTTED, "r pl ch os al bul rte all v.le p.za c.so"],
  [BEFORE_WEAK | SHORT, "ave"],
  [
    BEFORE_WEAK,
    `villa via rond-point hameau corso largo borgo località localita ronda quinta rotunda caminho
     vico traversa carrera diagonal pasaje urbanización urbanizacion plac trida třída`,
  ],
  [
    BACK,
    `straße strasse utca utcája út útja tér tere körút sétány rakpart fasor tee tänav puiestee maantee põik
     tänava ulica cesta gatve gatvė iela sokak sokağı caddesi cadde mahallesi bulvarı katu vej vei gata gatan
     vägen veien terrasse gade allé straat laan gracht kade plein`,
  ],
  [BACK | SHORT | DOTTED, "u cad sk bul mah rkp g"],
  [BACK | SHORT, "krt str tn mnt pst"],
  [
    BACK_WEAK,
    "weg platz allee ring gasse damm ufer markt steig chaussee trg put alle park sor köz tie kuja väg torg weide liget lakótelep országút főtér sugárút dűlő sor gate náměstí nábřeží",
  ],
  [DIRECTION, "north south east west northeast northwest southeast southwest"],
  [DIRECTION | SHORT, "n s e w ne nw se sw"],
];

/** Last parts of compounds. What goes before them must have three bytes or more. */
export const COMPOUND_WORDS: WordList = [
  [
    COMPOUND,
    `straße strasse straßen gasse straat gracht plein singel steeg allee chaussee ufer damm steig laan dijk kade
     katu kuja polku gatan gata gränd vägen vagen stigen vej gade stræde gaten veien vegen vegur stræti
     stígur braut utca straeti stien vænget svei tänav gatvė`,
  ],
  // The umlaut and the double s are often lost.
  [COMPOUND | SHORT, "str"],
  [COMPOUND, "weg"],
  [
    COMPOUND_WEAK,
    `plantsoen pad dreef baan allén gärdet gränden parken haven marken svingen haugen vænge boulevarden rinne kaari
     ranta väylä linja raitti graben wall pfad promenade zeile höhe hang steg`,
  ],
  [
    COMPOUND_WEAK,
    "platz hof berg markt ring park tie tee plass torg bakken backe tun lia hove väg vei gatu lund",
  ],
];

export const UNIT_WORDS: WordList = [
  [UNIT, "apartment suite unit flat floor room building lot shop wohnung etage stock stiege hinterhaus top"],
  [
    UNIT | SHORT,
    "apt ste fl rm bldg whg og ug appt bât bat esc bte pta dpto depto int apto ap cj kv piet lgh",
  ],
  [UNIT, "appartement étage etage bâtiment batiment escalier porte boîte boite piso puerta escalera planta"],
  [
    UNIT,
    "zimmer hus kat stan oppgang leil edificio casa quadra appartamento piano bloc lägenhet leilighet hoog",
  ],
  [UNIT | SHORT, "tv th mf sal em ajtó lok leil"],
  [UNIT | SHORT | DOTTED, "m"],
  [DOOR, "bajo frente achter izquierda derecha gauche droite"],
  [DOOR | SHORT, "dcha izda izq dcho esq dto drt frt"],
  [UNIT, "departamento interior interno scala andar bloco sala lote bus verdieping kamer bureau kerros"],
];

export const BOX_WORDS: WordList = [
  [BOX, "postbox postfach postbus postboks apartado pobox postilokero schließfach"],
  [BOX_WEAK, "box boks psc pb bp"],
  [POST | SHORT, "po p.o"],
  [MILITARY, "apo fpo dpo"],
  [MILITARY_AREA, "aa ae ap"],
];
