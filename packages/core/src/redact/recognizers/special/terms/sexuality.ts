/** Sex life, sexual orientation and gender identity. */
import { HAS, IS, OWN, type TermList } from "../term.ts";

export const SEXUALITY: TermList = [
  [
    IS,
    `gay, lesbian, bisexual, homosexual, heterosexual, straight man, straight woman, pansexual, asexual,
     demisexual, queer, transgender, transsexual, trans woman, trans man, nonbinary, non-binary,
     genderfluid, genderqueer, intersex, polyamorous, a sex worker, lgbt, lgbtq, lgbtq+, in the closet,
     closeted, a virgin, impotent, into bdsm, a drag queen, mtf, ftm, same-sex couple, a swinger`,
  ],
  [
    HAS | OWN,
    `erectile dysfunction, unprotected sex, an affair, one-night stand, casual sex, an open relationship,
     gender dysphoria, sexual orientation, sexuality, sex life, same-sex partner, hormone therapy,
     gender reassignment, top surgery, bottom surgery, a fetish, low libido, libido, sex drive`,
  ],
  [
    IS,
    `schwul, lesbisch, bisexuell, homosexuell, heterosexuell, pansexuell, asexuell, trans frau, trans mann,
     transgeschlechtlich, transsexuell, nichtbinär, nicht-binär, intergeschlechtlich, polyamor, impotent,
     geoutet, ungeoutet, jungfrau`,
  ],
  [
    HAS | OWN,
    `erektionsstörung*, ungeschützten sex, eine affäre, sexualleben, sexuelle orientierung, coming-out,
     hormontherapie, geschlechtskrankheit, geschlechtsangleichung, geschlechtsdysphorie, offene beziehung`,
  ],
  [
    IS,
    `lesbienne, bisexuel, bisexuelle, homosexuel, homosexuelle, hétérosexuel, hétérosexuelle, pansexuel,
     pansexuelle, asexuel, asexuelle, femme trans, homme trans, transgenre, transsexuel, transsexuelle,
     non binaire, non-binaire, intersexe, polyamoureux, polyamoureuse, impuissant, vierge,
     attiré par les hommes, attirée par les femmes`,
  ],
  [
    HAS | OWN,
    `troubles de l'érection, rapports non protégés, une liaison, vie sexuelle, orientation sexuelle,
     homosexualité, bisexualité, transidentité, coming out, dysphorie de genre`,
  ],
  [
    IS,
    `lesbiana, bisexual, homosexual, heterosexual, pansexual, mujer trans, hombre trans, transgénero,
     transexual, no binario, no binaria, no binarie, intersexual, poliamoroso, poliamorosa, impotente,
     virgen`,
  ],
  [
    HAS | OWN,
    `disfunción eréctil, sexo sin protección, una aventura, vida sexual, orientación sexual, homosexualidad,
     bisexualidad, relaciones sexuales, disforia de género`,
  ],
  [
    IS,
    `lesbica, bisessuale, omosessuale, eterosessuale, pansessuale, asessuale, donna trans, uomo trans,
     transgender, transessuale, non binario, non binaria, intersessuale, poliamoroso, poliamorosa, vergine`,
  ],
  [
    HAS | OWN,
    `disfunzione erettile, rapporti non protetti, una relazione extraconiugale, vita sessuale,
     orientamento sessuale, omosessualità, bisessualità, disforia di genere`,
  ],
  [
    IS,
    `lésbica, bissexual, homossexual, heterossexual, pansexual, assexual, mulher trans, transgênero,
     transgénero, transexual, não binário, não binária, não-binário, intersexo, poliamoroso, virgem`,
  ],
  [
    HAS | OWN,
    `disfunção erétil, sexo sem proteção, um caso extraconjugal, vida sexual, orientação sexual,
     homossexualidade, bissexualidade, disforia de género, disforia de gênero`,
  ],
  [
    IS,
    `homoseksueel, lesbisch, biseksueel, heteroseksueel, panseksueel, aseksueel, trans vrouw, trans man,
     transvrouw, transman, non-binair, nonbinair, intersekse, polyamoreus, maagd, uit de kast`,
  ],
  [
    HAS | OWN,
    `erectiestoornis, onbeschermde seks, een affaire, seksleven, seksuele geaardheid, geaardheid,
     genderdysforie, homoseksualiteit, open relatie`,
  ],
  [IS, "transgenre, transgender, trans person, trans guy, trans girl"],
];
