/** Words that tie a term to a person, and words that cut the tie, in seven languages. */
import { type WordList, WordTable } from "../../scan/word-table.ts";

/** The speaker. */
export const FIRST: number = 1 << 0;
export const POSSESSIVE: number = 1 << 1;
/** Of one person: "our fingerprint" may be a certificate's. */
export const MINE: number = 1 << 13;
/** A person someone can have: `my sister`. */
export const KIN: number = 1 << 2;
export const THIRD: number = 1 << 3;
/** Verbs, by how they tie. */
export const TIE_HAS: number = 1 << 4;
export const TIE_IS: number = 1 << 5;
export const TIE_DOES: number = 1 << 6;
/** The verb says by itself that the speaker is meant: `tengo`. */
export const FUSED: number = 1 << 7;
/** `As a Catholic`. */
export const AS: number = 1 << 8;
export const NOT: number = 1 << 9;
/** What follows is a topic, a work or someone else's: `a book about`. */
export const CUTS: number = 1 << 10;
/** The same, but only for what someone is: `I am in`, `I am a teacher of`. */
export const CUTS_IS: number = 1 << 11;
/** The verb may stand behind what it ties: `weil ich Diabetes habe`. */
export const FINAL: number = 1 << 12;

const WORDS: WordList = [
  [FIRST, "i me myself ich mir mich je j moi yo mi io eu me ik mij we wir nous noi wij"],
  [FIRST | TIE_IS, "m"],
  [
    POSSESSIVE | MINE,
    `my mein meine meiner meinem meinen meines mon ma mes mi mis mio mia miei mie meu minha meus minhas mijn`,
  ],
  [
    POSSESSIVE,
    `our unser unsere unserer unserem notre nos nuestro nuestra nostro nostra nosso nossa onze ons`,
  ],
  [
    KIN,
    `husband wife mother mom mum mam father dad son daughter brother sister partner boyfriend girlfriend fiance
     fiancee fiancé fiancée spouse child kid baby toddler grandmother grandma grandfather grandpa aunt uncle cousin
     friend colleague coworker boss neighbor neighbour roommate flatmate patient client niece nephew ex
     mann ehemann frau ehefrau mutter mama vater papa sohn tochter bruder schwester freund freundin partnerin kind
     oma opa tante onkel cousine kollege kollegin chef chefin nachbar nachbarin enkel enkelin patientin
     mari femme mère mere père pere fils fille frère frere sœur soeur copain copine compagnon compagne enfant
     grand-mère grand-père ami amie collègue voisin voisine bébé conjoint conjointe
     marido esposa esposo mujer madre padre hijo hija hermano hermana novio novia pareja abuela abuelo tía tío
     primo prima amigo amiga compañero compañera jefe jefa
     moglie marito figlio figlia fratello sorella fidanzato fidanzata compagno compagna nonna nonno zia zio amico
     amica collega
     mulher mãe pai filho filha irmão irmã namorado namorada avó avô tia tio colega companheiro
     man vrouw moeder vader zoon dochter broer zus zusje vriend vriendin buurman buurvrouw partner`,
  ],
  [THIRD, "he she him her er sie ihr ihm il elle él ella lui lei ele ela hij zij ze"],
  [
    TIE_HAS,
    `have had has having got get ve diagnosed diagnosis suffer suffers suffered suffering live lives living caught
     contracted treated struggle struggles struggled struggling battle battled battling fight fighting fought take
     takes taking took survived recovering underwent undergoing develop developed undergo manage managing lost
     prescribed positive history symptoms dealing
     habe hab hatte hat hatten haben leide leidet litt erkrankt erkrankte diagnostiziert diagnose bekam bekommen
     bekomme nehme nimmt nahm kämpfe kämpft behandelt behandlung überlebt festgestellt
     ai avais a eu as souffre souffrait souffert atteint atteinte diagnostiqué diagnostiquée diagnostic prends prend
     combats vit vis subi traité traitée suis
     tengo tuve tenía tiene tuvo padezco padece padecía sufro sufre sufrí diagnosticaron diagnosticado diagnosticada
     diagnosticó diagnóstico tomo toma lucho operaron vivo convivo
     ho ha avevo aveva soffro soffre soffriva sofferto diagnosticato diagnosticata diagnosi prendo prende affetto
     affetta malato malata
     tenho tive tinha tem teve sofro sofre sofri diagnosticado diagnosticada diagnóstico tomo toma
     heb had heeft hebt lijd lijdt gediagnosticeerd diagnose kreeg slik slikt onderging`,
  ],
  [
    TIE_IS,
    `am is was were became become becoming being identify identifies identified raised born grew converted turned
     considered feel m s re
     bin ist war wurde geworden werde sei erzogen aufgewachsen konvertiert getauft
     suis est étais était deviens devenu devenue né née élevé élevée
     soy estoy es está era estaba fui volví crie criado criada nací quedé
     sono è era ero stato stata divento cresciuto cresciuta nato nata
     sou estou é era fui fiquei nasci criado criada
     ben bent geworden opgegroeid geboren`,
  ],
  [
    TIE_DOES,
    `vote votes voted voting joined join joining belong belongs member support supports supporter supported attend
     attends attended go goes went pray prays prayed converted convert practise practice practicing practising follow
     active activist campaign campaigned campaigning volunteer volunteered delegate registered donated believe steward
     chair organizer rep
     wähle wählte gewählt wählt mitglied beigetreten eingetreten unterstütze gehe geht bete betet glaube engagiere
     trat gehöre aktiv austritt ausgetreten konvertiert
     vote voté membre adhérent adhérente adhère adhéré milite militant militante vais va prie crois pratique converti
     convertie soutiens syndiqué syndiquée délégué déléguée inscrit inscrite
     voto voté votó votar miembro afiliado afiliada milito militante voy rezo creo practico apoyo convertí delegado
     delegada simpatizante
     voto votato votai membro iscritto iscritta tesserato tesserata vado prego credo pratico sostengo milito
     delegato delegata convertito convertita
     voto votei membro filiado filiada milito vou rezo oro acredito pratico apoio sindicalizado sindicalizada
     stem stemde gestemd lid ga bid geloof steun bekeerd`,
  ],
  [
    FUSED,
    `tengo tuve padezco sufro sufrí soy estoy fui nací soffro ho avevo sono ero tenho tive sofro sofri sou estou
     voto voté votei votai milito creo rezo practico apoyo convivo vado prego pratico sostengo acredito apoio vou`,
  ],
  // As they are typed.
  [TIE_IS | FUSED, "im"],
  [TIE_HAS | FUSED, "ive"],
  [
    FINAL,
    `habe hab hatte hat haben hatten bin wurde leide leidet litt geworden diagnostiziert gewählt wähle beigetreten
     festgestellt bekam bekommen konvertiert heb hebt heeft ben lijd lijdt kreeg gestemd stem bekeerd mitglied lid`,
  ],
  [AS, "as als como come tant"],
  [
    NOT,
    "not no never don't doesn't t nicht kein keine keinen pas jamais ni nunca non mai não niet geen nooit without",
  ],
  [
    CUTS,
    `about regarding concerning against essay article articles book books paper papers question questions story
     stories novel film movie game research study studies studying project topic write writes writing wrote read
     reading learn learning learned heard hear think explain describe information info data app website course
     documentary character characters lecture presentation policy law history-of teach teaching definition between
     compare comparing understand news debate discuss discussing blog poem report chapter survey database table tell
     ssh key gpg pgp certificate cert host server browser hash sha256 sensor device
     über gegen buch bücher aufsatz artikel frage fragen roman film spiel thema referat schreibe schrieb lese las
     gelesen lerne geschichte bericht vortrag hausarbeit gehört zwischen projekt studie forschung erklären
     livre article question film roman thème écris écrit lis lu exposé dissertation étudie entre contre mémoire
     projet étude
     libro artículo pregunta novela película tema escribo escribir leo leí estudio ensayo trabajo sobre contra
     proyecto entre
     libro articolo domanda romanzo tema scrivo scrivere leggo letto studio tesi saggio sul sulla sulle sugli sullo
     contro progetto tra fra
     livro artigo pergunta romance tema escrevo escrever leio li estudo ensaio trabalho projeto
     boek artikel vraag roman schrijf schrijven lees gelezen onderwerp scriptie over tegen studie tussen`,
  ],
  [
    CUTS_IS,
    `in at for of with to from on by than like doing trying using building making working looking interested
     wondering planning asking talking curious sure afraid fan expert doctor nurse teacher student researcher
     bei von vom für zu auf interessiert arzt ärztin lehrer
     pour avec dans chez intéressé médecin professeur
     para con en interesado médico profesor
     per con nel nella interessato medico
     com no na interessado
     voor van met bij op arts`,
  ],
];

export const CUES: WordTable = new WordTable(WORDS);
