/** Racial and ethnic origin. Nationality alone is none. */
import { HAS, IS, OWN, type TermList } from "../term.ts";

const FROM: number = HAS | IS | OWN;

export const ORIGIN: TermList = [
  [
    IS,
    `a black man, a black woman, a black person, a white man, a white woman, a white person, a black guy,
     a black girl, african american, african-american, afro-caribbean, black british, caucasian, latino,
     latina, latinx, hispanic, chicano, chicana, asian american, asian-american, middle eastern, kurdish,
     roma woman, roma man, native american, first nations, métis, inuit, aboriginal, indigenous, māori,
     pacific islander, mixed race, mixed-race, biracial, multiracial, person of color, person of colour,
     ethnically jewish, ashkenazi, sephardic, uyghur, punjabi, pashtun, hazara, yoruba, hausa, hmong,
     woman of color, man of color, cherokee, navajo`,
  ],
  [
    FROM,
    `african descent, asian descent, jewish descent, arab descent, turkish descent, indian descent,
     mexican descent, african origin, arab origin, turkish origin, moroccan origin, ancestry, jewish roots,
     african roots, arab roots, jewish heritage, african heritage, ethnicity, ethnic background,
     ethnic origin, my race, skin colour, skin color, dark skin, black skin, my ancestors`,
  ],
  [
    IS,
    `schwarzer, schwarze frau, schwarzer mann, schwarze deutsche, schwarzer deutscher, weißer mann,
     weiße frau, afrodeutsch, afrodeutsche, afrodeutscher, araber, araberin, kurde, kurdin, kurdisch,
     person of color, türkischstämmig, russlanddeutscher, russlanddeutsche, spätaussiedler, arabischstämmig,
     deutschtürke, deutschtürkin, mit migrationshintergrund, indigen, tamile, tamilin`,
  ],
  [
    FROM,
    `migrationshintergrund, türkische wurzeln, türkischer abstammung, arabischer abstammung,
     afrikanischer abstammung, kurdischer abstammung, jüdischer abstammung, afrikanische wurzeln,
     jüdische wurzeln, arabische wurzeln, hautfarbe, dunkle haut, ethnische herkunft, türkischer herkunft,
     afrikanischer herkunft, arabischer herkunft`,
  ],
  [
    IS,
    `une femme noire, un homme noir, une personne noire, métis, métisse, maghrébin, maghrébine, arabe,
     kabyle, berbère, antillaise, tzigane, gitan, gitane, kurde, racisé, racisée, beurette, afro-descendant,
     afro-descendante, asiatique, sud-asiatique`,
  ],
  [
    FROM,
    `d'origine maghrébine, d'origine africaine, d'origine arabe, d'origine algérienne, d'origine marocaine,
     d'origine turque, d'origine juive, d'origine asiatique, origine ethnique, origines africaines,
     origines maghrébines, origines juives, couleur de peau, peau noire`,
  ],
  [
    IS,
    `un hombre negro, una mujer negra, una persona negra, afrodescendiente, afroamericano, afroamericana,
     latino, latina, hispano, hispana, indígena, mestizo, mestiza, mulato, mulata, gitano, gitana, árabe,
     kurdo, kurda, mapuche, quechua, aimara, asiático, asiática, bereber, racializado, racializada`,
  ],
  [
    FROM,
    `origen africano, origen árabe, origen gitano, origen indígena, origen judío, origen marroquí,
     ascendencia africana, ascendencia indígena, ascendencia judía, raíces africanas, raíces indígenas,
     origen étnico, color de piel, piel negra, piel oscura, etnia`,
  ],
  [
    IS,
    `un uomo nero, una donna nera, una persona nera, afroitaliano, afroitaliana, arabo, araba, curdo, curda,
     nero africano, meticcio, meticcia, mulatto, mulatta, asiatico, asiatica, latinoamericano,
     latinoamericana, berbero, berbera`,
  ],
  [
    FROM,
    `origini africane, origini arabe, origini marocchine, origini ebraiche, origine africana, origine araba,
     radici africane, radici ebraiche, origine etnica, pelle nera, pelle scura, etnia`,
  ],
  [
    IS,
    `um homem negro, uma mulher negra, negro, negra, pardo, parda, afrodescendente, indígena, quilombola,
     mestiço, mestiça, mulato, mulata, cigano, cigana, árabe, curdo, curda, asiático, asiática,
     afro-brasileiro, afro-brasileira`,
  ],
  [
    FROM,
    `origem africana, origem árabe, origem cigana, origem indígena, origem judaica, ascendência africana,
     ascendência indígena, ascendência judaica, raízes africanas, origem étnica, pele negra, pele escura,
     etnia`,
  ],
  [
    IS,
    `zwarte vrouw, zwarte man, een witte man, een witte vrouw, arabier, arabisch, koerd, koerdisch, berber,
     marokkaanse nederlander, turkse nederlander, creools, hindoestaans, javaans, moluks, antilliaans,
     persoon van kleur, inheems`,
  ],
  [
    FROM,
    `migratieachtergrond, marokkaanse afkomst, turkse afkomst, surinaamse afkomst, joodse afkomst,
     afrikaanse afkomst, arabische afkomst, koerdische afkomst, joodse wortels, afrikaanse roots,
     huidskleur, donkere huid, etnische afkomst`,
  ],
  [IS, "gypsy, roma woman"],
];
