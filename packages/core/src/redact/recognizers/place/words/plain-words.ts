/** Words that are not places: particles inside names, months, what begins a sentence or is counted. */
import type { WordList } from "../../../scan/word-table.ts";
import { LABEL, MONTH, NUMBER_SIGN, PARTICLE, REPEAT, STOP } from "./kinds.ts";

export const PLAIN_WORDS: WordList = [
  [
    PARTICLE,
    `de la le les du des d' del della delle dei degli dello di da do dos das e y van von der den dem und the of
     ten ter het op aan bij nad na pod pri pod am bei an im  zum zur auf sur sous sous en el los las al upon
     't o à`,
  ],
  [
    MONTH,
    `january february march april may june july august september october november december jan feb mar apr jun
     jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril
     juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
     septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre
     dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart
     mei augustus monday tuesday wednesday thursday friday saturday sunday`,
  ],
  [
    STOP,
    `i it he she we they you this that these those there here what when where who why how which if in on at to
     for from by with and or but as is are was were be been has have had do does did will would can could should
     not yes ok please thanks then so than also just only about over under after before during until between
     into out up more most less least his her its their our your my all any each every some such one 
     hundred thousand million billion next last
     people men women children users persons items times years year days day hours hour minutes seconds weeks
     months percent points miles meters metres feet inches km kg lbs usd eur euro euros dollars pounds gb mb tb kb
     pm bc bce vs terminal platform pier`,
  ],
  [
    STOP,
    `ich er sie wir ihr es der die das ein eine und oder aber nicht mit für auf aus bei nach seit je il elle nous
     vous ils elles un une et ou mais avec pour dans par yo él ella nosotros ellos una pero con para por io lui
     lei noi voi loro uno ma per eu ele ela nós eles um uma mas com ik hij zij wij jij een en maar met voor`,
  ],
  [
    STOP,
    `chapter section article articles page pages figure fig table version volume vol issue part step rule
     paragraph number question answer line lines episode season series grade level class lesson exercise
     kapitel artikel seite abbildung tabelle teil absatz frage zeile chapitre page partie capítulo página
     artículo parte capitolo pagina articolo pagina hoofdstuk bladzijde windows android ios python java php
     iphone galaxy playstation xbox world war`,
  ],
  [REPEAT, "bis ter quater"],
  [NUMBER_SIGN, "nº n° no nr num numero número nummer št č.p"],
  [
    LABEL,
    `mobile phone tel telephone fax cell email e-mail mail website www http https name dob ssn birthday office
     telefon telefax handy mobil téléphone courriel teléfono móvil correo telefono cellulare posta telefone
     telemóvel telefoon address adresse anschrift adres indirizzo endereço dirección domicilio morada wohnort wohnhaft`,
  ],
];
