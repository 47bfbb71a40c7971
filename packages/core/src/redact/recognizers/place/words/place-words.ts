/** Countries, states and the large cities whose name beside a number makes it a postcode. */
import type { WordList } from "../../../scan/word-table.ts";
import { CITY, COUNTRY, COUNTRY_FIRST, COUNTRY_SECOND, REGION, REGION_CODE } from "./kinds.ts";

export const COUNTRY_WORDS: WordList = [
  [
    COUNTRY,
    `afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
     bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi
     cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark
     djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia
     germany ghana greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india
     indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait
     kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi
     malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
     mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan panama paraguay
     peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore
     slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania
     thailand togo tonga tunisia turkey türkiye turkmenistan uganda ukraine uruguay uzbekistan vanuatu
     venezuela vietnam yemen zambia zimbabwe england scotland wales usa uk uae`,
  ],
  [
    COUNTRY,
    `deutschland österreich schweiz frankreich spanien italien niederlande belgien polen schweden norwegen
     dänemark allemagne autriche suisse espagne italie belgique españa alemania francia italia
     inglaterra méxico brasil perú colombia germania austria svizzera spagna portogallo alemanha frança
     espanha itália suíça nederland duitsland frankrijk spanje belgië sverige danmark norge suomi island
     polska česko slovensko slovenija hrvatska magyarország românia ελλάδα κύπρος россия україна`,
  ],
  [
    COUNTRY_FIRST,
    "united south new czech costa sri el saudi north puerto trinidad papua sierra burkina ivory",
  ],
  [
    COUNTRY_FIRST,
    "vereinigte vereinigtes estados états royaume regno reino verenigd hong san bosnia el cape",
  ],
  [
    COUNTRY_SECOND,
    "states kingdom africa zealand republic rica lanka salvador arabia korea emirates rico leone",
  ],
  [COUNTRY_SECOND, "staaten königreich unidos unis uni unito unido koninkrijk kong marino faso coast verde"],
];

export const REGION_WORDS: WordList = [
  [
    REGION,
    `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
     illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
     mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
     vermont virginia washington wisconsin wyoming ontario quebec manitoba saskatchewan alberta victoria
     queensland tasmania`,
  ],
  [
    REGION_CODE,
    `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh
     ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld tas
     act`,
  ],
];

export const CITY_WORDS: WordList = [
  [
    CITY,
    `berlin hamburg münchen muenchen köln koeln frankfurt stuttgart düsseldorf duesseldorf leipzig dortmund
     essen bremen dresden hannover nürnberg nuernberg duisburg bochum wuppertal bielefeld bonn münster mannheim
     karlsruhe augsburg wiesbaden mönchengladbach gelsenkirchen aachen braunschweig kiel chemnitz magdeburg
     freiburg krefeld mainz lübeck erfurt oberhausen rostock kassel hagen potsdam saarbrücken hamm ludwigshafen
     oldenburg leverkusen osnabrück heidelberg darmstadt würzburg regensburg göttingen ulm heilbronn pforzheim
     wolfsburg ingolstadt bremerhaven trier jena erlangen konstanz tübingen passau bamberg bayreuth
     wien graz linz salzburg innsbruck klagenfurt villach wels dornbirn bregenz zürich zurich genf genève basel
     bern lausanne winterthur luzern lugano biel thun
     paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon
     saint-étienne grenoble dijon angers nîmes villeurbanne clermont-ferrand tours limoges amiens metz besançon
     orléans mulhouse rouen caen nancy avignon brest perpignan
     madrid barcelona valencia sevilla zaragoza málaga malaga murcia palma bilbao alicante córdoba valladolid
     vigo gijón granada oviedo pamplona almería salamanca burgos santander
     roma milano napoli torino palermo genova bologna firenze bari catania venezia verona messina padova trieste
     brescia parma modena perugia livorno ravenna cagliari foggia rimini salerno ferrara bergamo pisa siena
     amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen haarlem arnhem
     bruxelles brussel antwerpen gent liège brugge namur leuven
     lisboa porto braga coimbra faro setúbal aveiro københavn aarhus odense aalborg stockholm göteborg malmö
     uppsala oslo bergen trondheim helsinki tampere turku warszawa kraków łódź wrocław poznań gdańsk praha brno`,
  ],
];
