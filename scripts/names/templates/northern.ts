/** Dutch, Swedish, Polish and Turkish sentences with places for names, written for this project. */
export const DUTCH: readonly string[] = String.raw`
Mijn naam is {P} en ik woon in {C}.
Ik heet {F} en kom uit {C}.
Hallo, u spreekt met {P} van {O}.
Hoi {F}, hoe gaat het?
Beste {F},\nBedankt voor je bericht.
Geachte heer {L},\nIk schrijf u over mijn factuur.
Geachte mevrouw {L},
Met vriendelijke groet,\n{P}
Groetjes, {F}
Naam: {P}\nAdres: {S}, {C}
Voornaam: {F}\nAchternaam: {L}
Klant: {P}
De heer {L} en mevrouw {L} wonen in {C}.
Dokter {L} schreef een medicijn voor.
Minister {L} sprak met president {L}.
{P} werd in {#} geboren in {C}.
{P}, woordvoerder van {O}, wilde niet reageren.
"Dat is een goed begin", zei {L}.
Volgens {L} is er geen reden.
Mijn dochter {F} gaat naar school in {C}.
mijn baas {F} mailt 's nachts
Mijn man {F} werkt bij {O}.
Het boek van {P} verscheen in {#}.
Het bedrijf {O}, opgericht door {P}, zit in {C}.
De rechtbank in {C} veroordeelde {P}.
Wat is het weer in {C}?
Wat is de hoofdstad van {N}?
{L} scoorde in de {#}e minuut.
Wie is {P}?
Schrijf een verhaal over een meisje genaamd {F}.
Deelnemers: {P}, {P} en {P}
{F}: Ben je er?\n{F}: Ja, wat is er?
Getekend: {P}
Hoe installeer ik {R} op {R}?
De oplossing is eenvoudig en de resultaten zijn goed.
`
  .trim()
  .split("\n");

export const SWEDISH: readonly string[] = String.raw`
Jag heter {P} och bor i {C}.
Hej {F}, hur mår du?
Hej, det här är {P} från {O}.
Med vänliga hälsningar\n{P}
Namn: {P}
{P} föddes i {C} {#}.
Statsminister {L} mötte president {L} i {C}.
Enligt {L} finns det ingen anledning.
Min dotter {F} går i skolan i {C}.
Min man {F} arbetar på {O}.
Boken av {P} kom ut {#}.
Vad är huvudstaden i {N}?
Vem är {P}?
{L} gjorde mål i {#}:e minuten.
Företaget {O} grundades av {P} i {C}.
Lösningen är enkel och resultaten är bra.
`
  .trim()
  .split("\n");

export const POLISH: readonly string[] = String.raw`
Nazywam się {P} i mieszkam w mieście {C}.
Mam na imię {F}.
Cześć {F}, jak się masz?
Pan {L} i Pani {L} mieszkają w {C}.
Z poważaniem,\n{P}
Imię i nazwisko: {P}
{P} urodził się w {C} w {#} roku.
Firma {O} została założona przez {P}.
Kto to jest {P}?
`
  .trim()
  .split("\n");

export const TURKISH: readonly string[] = String.raw`
Benim adım {P}, {C} şehrinde yaşıyorum.
Merhaba {F}, nasılsın?
Sayın {P},
Saygılarımla,\n{P}
Ad Soyad: {P}
{P}, {C} doğumlu bir yazardır.
{F} Bey ve {F} Hanım geldi.
{P} kimdir?
`
  .trim()
  .split("\n");
