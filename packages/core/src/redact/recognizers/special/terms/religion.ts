/** Religion and belief, and having none. */
import { DOES, HAS, IS, OWN, type TermList } from "../term.ts";

const BE: number = IS;
const GO: number = DOES | OWN;

export const RELIGION: TermList = [
  [
    BE,
    `catholic, roman catholic, protestant, christian, evangelical, baptist, methodist, lutheran, anglican,
     presbyterian, pentecostal, orthodox christian, greek orthodox, mormon, jehovah's witness, quaker,
     seventh-day adventist, muslim, moslem, sunni, shia, shiite, sufi, ahmadi, jewish, hindu, buddhist,
     sikh, jain, bahá'í, baha'i, zoroastrian, pagan, wiccan, atheist, agnostic, religious, devout,
     ex-muslim, ex-mormon, baptized, baptised, non-religious, secular humanist, amish`,
  ],
  [
    GO,
    `church, mosque, synagogue, hindu temple, gurdwara, bible study, ramadan, yom kippur, shabbat, sabbath,
     islam, christianity, catholicism, judaism, hinduism, buddhism, sikhism, rosary, quran, faith, religion,
     parish, congregation, bar mitzvah, bat mitzvah, first communion, baptism, gospel, five times a day,
     rabbi, imam, pastor`,
  ],
  [
    BE,
    `katholisch, katholik, katholikin, evangelisch, protestantin, protestantisch, christ, christin,
     orthodox, muslima, moslem, muslimin, muslimisch, sunnit, sunnitin, schiit, schiitin, alevit, alevitin,
     jude, jüdin, jüdisch, hinduistisch, buddhistin, buddhistisch, atheistin, atheistisch, agnostiker,
     agnostikerin, gläubig, religiös, zeuge jehovas, zeugin jehovas, freikirchlich, konfessionslos, getauft,
     mormone, mormonin, pfarrer, pfarrerin`,
  ],
  [
    GO,
    `kirche, moschee, synagoge, gottesdienst, zum islam, zum christentum, zum judentum, glaube, glauben,
     ramadan, kommunion, firmung, konfirmation, bibelkreis, konfession, religion, kirchengemeinde`,
  ],
  [
    BE,
    `catholique, protestante, chrétien, chrétienne, évangélique, musulman, musulmane, sunnite, chiite, juif,
     juive, hindou, hindoue, bouddhiste, athée, agnostique, croyant, croyante, pratiquant, pratiquante,
     orthodoxe, témoin de jéhovah, baptisé, baptisée, laïque, mormone`,
  ],
  [
    GO,
    `l'église, mosquée, au christianisme, au judaïsme, au bouddhisme, ramadan, paroisse, religion,
     communion, carême`,
  ],
  [
    BE,
    `católico, católica, cristiano, cristiana, evangélico, evangélica, musulmán, musulmana, suní, judío,
     judía, hindú, budista, ateo, atea, agnóstico, agnóstica, creyente, practicante, ortodoxo, ortodoxa,
     testigo de jehová, bautizado, bautizada, religioso, religiosa, mormón, mormona`,
  ],
  [
    GO,
    `iglesia, mezquita, sinagoga, al cristianismo, al judaísmo, al budismo, ramadán, parroquia, religión,
     primera comunión, cuaresma`,
  ],
  [
    BE,
    `cattolico, cattolica, cristiano, cristiana, evangelico, evangelica, musulmano, musulmana, sunnita,
     sciita, ebreo, ebrea, induista, buddista, ateo, atea, agnostico, agnostica, credente, praticante,
     ortodosso, ortodossa, testimone di geova, battezzato, battezzata, religioso, religiosa`,
  ],
  [
    GO,
    `chiesa, moschea, sinagoga, all'islam, al cristianesimo, all'ebraismo, al buddismo, fede, ramadan,
     parrocchia, religione, prima comunione, quaresima`,
  ],
  [
    BE,
    `católico, católica, cristão, cristã, evangélico, evangélica, muçulmano, muçulmana, sunita, xiita,
     judeu, judia, hinduísta, budista, ateu, ateia, agnóstico, agnóstica, crente, praticante, ortodoxo,
     espírita, umbandista, candomblecista, testemunha de jeová, batizado, batizada, religioso, religiosa,
     mórmon`,
  ],
  [
    GO,
    `à igreja, igreja, mesquita, sinagoga, ao islão, ao islã, ao cristianismo, ao judaísmo, ao budismo,
     ramadã, ramadão, paróquia, religião, quaresma, candomblé, terreiro`,
  ],
  [
    BE,
    `katholiek, protestants, christen, christelijk, gereformeerd, hervormd, evangelisch, moslim, moslima,
     islamitisch, soenniet, sjiiet, joods, jood, jodin, hindoe, hindoeïstisch, boeddhist, boeddhistisch,
     atheïst, agnost, gelovig, ongelovig, getuige van jehova, orthodox, religieus`,
  ],
  [
    GO,
    `kerk, moskee, synagoge, tot de islam, tot het christendom, ramadan, parochie, religie, communie,
     vastentijd`,
  ],
  [HAS | OWN, "christian faith, jewish faith, muslim faith, baptism, confirmation"],
  [DOES, "allah, jesus, jesús, jésus, god, gott, dieu, dios"],
  [BE, "rabbi, satanist, scientologist, born-again, humanist, orthodox jew"],
];
