/**
 * Syllables of invented names: 256 beginnings by 64 middles by 64 ends.
 *
 * Made up for this list. No end is the end of another; names and words of real languages end
 * otherwise, and a test holds lists of them against it.
 */

/** One line per initial. */
export const BEGINNINGS: readonly (readonly string[])[] = [
  "ba be bi bo bra bre bri bro bla ble bli blo brai brei bau bey",
  "ca ce ci co cra cre cri cro cla cle cli clo crai crei cau cey",
  "da de di do dra dre dri dro dwa dwe dwi dwo drai drei dau dey",
  "fa fe fi fo fra fre fri fro fla fle fli flo frai frei fau fey",
  "ga ge gi go gra gre gri gro gla gle gli glo grai grei gau gey",
  "ha he hi ho hal hel hil hol har her hir hor hai hei hau hey",
  "ka ke ki ko kra kre kri kro kla kle kli klo krai krei kau key",
  "la le li lo lal lel lil lol lar ler lir lor lai lei lau ley",
  "ma me mi mo mal mel mil mol mar mer mir mor mai mei mau mey",
  "na ne ni no nal nel nil nol nar ner nir nor nai nei nau ney",
  "pa pe pi po pra pre pri pro pla ple pli plo prai prei pau pey",
  "ra re ri ro ral rel ril rol ran ren rin ron rai rei rau rey",
  "sa se si so sta ste sti sto sla sle sli slo stai stei sau sey",
  "ta te ti to tra tre tri tro twa twe twi two trai trei tau tey",
  "va ve vi vo vra vre vri vro val vel vil vol vrai vrei vau vey",
  "wa we wi wo wra wre wri wro wal wel wil wol wrai wrei wau wey",
].map((line) => line.split(" "));

export const MIDDLES: readonly string[] = [
  "la le li lo ra re ri ro na ne ni no ma me mi mo",
  "va ve vi vo sa se si so da de di do ta te ti to",
  "ba be bi bo ga ge gi go ka ke ki ko pa pe pi po",
  "fa fe fi fo za ze zi zo ja je ji jo wa we wi wo",
].flatMap((line) => line.split(" "));

export const ENDS: readonly string[] = [
  "dwyck fyrd gwyn hult jnorr kvist zmund mbeck ndross pfeld quorn rthal sgard tvey vrik wyth",
  "dvane fwick ggard hmond jarn kthorp lvarn mdrey nfrith plund qvall rdwen skell tholm vstad wrell",
  "dlisk ffyn gthorn hvarr jelm klynd lmarth mvold nskog pwyn quist rvand sjorn tlaw vdahl wquil",
  "drund fvold gmarsh hwyn jurst kbrand lgrove mstad nqvist plyth qarne rlund sfell twyck vlyn wbury",
].flatMap((line) => line.split(" "));
