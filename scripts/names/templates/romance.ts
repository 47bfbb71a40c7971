/** French, Spanish, Portuguese and Italian sentences with places for names, written for this project. */
export const FRENCH: readonly string[] = String.raw`
Je m'appelle {P} et j'habite à {C}.
Bonjour, je suis {P}, de {O}.
moi c'est {F}
Bonjour {F}, comment vas-tu ?
Salut {F}, tu viens {D} ?
Cher {F},\nMerci pour ta lettre.
Chère Madame {L},\nJe vous remercie de votre réponse.
Cher Monsieur {L},\nVeuillez trouver ci-joint ma facture.
Madame, Monsieur,\nJe souhaite postuler chez {O}.
Cordialement,\n{P}
Bien à vous,\n{P}\n{O}
Bisous, {F}
Nom : {L}\nPrénom : {F}
Nom et prénom : {P}
Client : {P}, {S}, {C}
À l'attention de {P}
M. {L} a rencontré Mme {L} à {C}.
M. {P} est avocat à {C}.
Mme {L} a appelé hier.
Le docteur {L} m'a prescrit un médicament.
Le président {L} a reçu le ministre {L}.
{P} est né à {C} en {#}.
{P}, porte-parole de {O}, a refusé de répondre.
« C'est un bon début », a déclaré {L}.
Selon {L}, il n'y a pas de raison.
Ma fille {F} va à l'école à {C}.
mon patron {F} m'écrit la nuit
Mon mari {F} travaille chez {O}.
{F} et {F} partent en vacances en {N}.
Le roman de {P} a été publié en {#}.
L'entreprise {O}, fondée par {P}, est à {C}.
Le tribunal de {C} a condamné {P}.
La société {O} a son siège à {C}.
Quel temps fait-il à {C} ?
Quelle est la capitale de {N} ?
Le train de {C} à {C} est en retard.
{L} a marqué le but à la {#}e minute.
Qui est {P} ?
Écris une histoire sur une fille nommée {F}.
Peux-tu dire à {F} que je suis malade ?
Participants : {P}, {P} et {P}
{F} : Tu es là ?\n{F} : Oui, pourquoi ?
Signé : {P}
Titulaire du compte : {P}
Comment installer {R} sur {R} ?
La solution est simple et les résultats sont bons.
Le chat dort sur la table et le chien joue dans le jardin.
Résumé des points importants
Avantages et inconvénients de la méthode
{P} a grandi à {C} et a étudié à l'{O}.
L'ancien président {P} a déclaré que la situation était grave.
{L} a gagné l'élection devant {L}.
Le roi {F} de {N} est mort en {#}.
Le fils de {P}, {F}, vit en {N}.
La chanteuse {P} a chanté à {C}.
{L} et {L} ont joué contre {L}.
Dans l'affaire {L} c. {N}, la Cour a jugé que
Le requérant, {P}, est représenté par Me {I}, avocat à {C}.
La Révolution française et la Seconde Guerre mondiale
Le Conseil d'État et l'Assemblée nationale
L'Union européenne et les Nations unies
`
  .trim()
  .split("\n");

export const SPANISH: readonly string[] = String.raw`
Me llamo {P} y vivo en {C}.
Hola, soy {P}, de {O}.
mi nombre es {P}
Hola {F}, ¿cómo estás?
Oye {F}, ¿vienes el {D}?
Querida {F},\nGracias por tu carta.
Estimado Sr. {L}:\nLe escribo por mi factura.
Estimada Sra. {L}:\nGracias por su respuesta.
Estimado señor {L},
Atentamente,\n{P}
Saludos,\n{F}
Un abrazo, {F}
Nombre: {F}\nApellidos: {L} {L}
Nombre completo: {P}
Cliente: {P}, {S}, {C}
Paciente: {P}
El señor {L} y la señora {L} viven en {C}.
Don {P} es abogado en {C}.
La doctora {L} me recetó unas pastillas.
El presidente {L} se reunió con el ministro {L}.
{P} nació en {C} en {#}.
{P}, portavoz de {O}, no quiso responder.
«Es un buen comienzo», dijo {L}.
Según {L}, no hay motivo.
Mi hija {F} va al colegio en {C}.
mi jefe {F} no me deja
Mi marido {F} trabaja en {O}.
{F} y {F} viajan a {N} en {M}.
La novela de {P} se publicó en {#}.
La empresa {O}, fundada por {P}, está en {C}.
El juzgado de {C} condenó a {P}.
¿Qué tiempo hace en {C}?
¿Cuál es la capital de {N}?
El tren de {C} a {C} llega tarde.
{L} marcó el gol en el minuto {#}.
¿Quién es {P}?
Escribe un cuento sobre una niña llamada {F}.
¿Puedes decirle a {F} que estoy enferma?
Asistentes: {P}, {P} y {P}
{F}: ¿Estás ahí?\n{F}: Sí, dime.
Firmado: {P}
Titular de la cuenta: {P}
¿Cómo instalo {R} en {R}?
La solución es fácil y los resultados son buenos.
El gato duerme en la mesa y el perro juega en el jardín.
Resumen de los puntos importantes
Ventajas y desventajas del método
{P} creció en {C} y estudió en la {O}.
El expresidente {P} dijo que la situación era grave.
{L} ganó las elecciones frente a {L}.
El rey {F} de {N} murió en {#}.
El hijo de {P}, {F}, vive en {N}.
La cantante {P} actuó en {C}.
{L} y {L} jugaron contra {L}.
La Segunda Guerra Mundial y la Guerra Civil
El Tribunal Supremo y el Congreso de los Diputados
La Unión Europea y las Naciones Unidas
`
  .trim()
  .split("\n");

export const PORTUGUESE: readonly string[] = String.raw`
Meu nome é {P} e moro em {C}.
O meu nome é {P} e vivo em {C}.
Olá, aqui é {P}, da {O}.
Oi {F}, tudo bem?
Caro {F},\nObrigado pela sua carta.
Prezado Sr. {L},\nEscrevo sobre a minha fatura.
Prezada Sra. {L},
Atenciosamente,\n{P}
Abraços,\n{F}
Beijos, {F}
Nome: {P}\nMorada: {S}, {C}
Nome completo: {P}
Cliente: {P}
O senhor {L} e a senhora {L} vivem em {C}.
A doutora {L} receitou um remédio.
O presidente {P} reuniu-se com o ministro {P}.
{P} nasceu em {C} em {#}.
{P}, porta-voz da {O}, não quis comentar.
"É um bom começo", disse {L}.
Segundo {L}, não há motivo.
Para {P}, da {O}, o mercado vai crescer.
Minha filha {F} estuda em {C}.
meu chefe {F} não responde
Meu marido {F} trabalha na {O}.
O livro de {P} foi publicado em {#}.
A empresa {O}, fundada por {P}, fica em {C}.
O tribunal de {C} condenou {P}.
Como está o tempo em {C}?
Qual é a capital de {N}?
{L} marcou o gol aos {#} minutos.
O técnico {L} elogiou {F} e {F}.
O governador {P} viajou para {N}.
Quem é {P}?
Escreva uma história sobre uma menina chamada {F}.
Participantes: {P}, {P} e {P}
{F}: Você está aí?\n{F}: Sim, o que foi?
Assinado: {P}
Como instalo {R} no {R}?
A solução é simples e os resultados são bons.
O gato dorme na mesa e o cachorro brinca no jardim.
Vantagens e desvantagens do método
{P} cresceu em {C} e estudou na {O}.
O ex-presidente {P} disse que a situação é grave.
{L} venceu as eleições contra {L}.
O filho de {P}, {F}, mora em {N}.
O cantor {P} se apresentou em {C}.
A Segunda Guerra Mundial e o Plano Real
O Supremo Tribunal Federal e a Câmara dos Deputados
`
  .trim()
  .split("\n");

export const ITALIAN: readonly string[] = String.raw`
Mi chiamo {P} e abito a {C}.
Ciao, sono {P} di {O}.
Ciao {F}, come stai?
Caro {F},\nGrazie per la tua lettera.
Gentile Signora {L},\nLa ringrazio per la risposta.
Egregio Dott. {L},\nLe scrivo per la fattura.
Cordiali saluti,\n{P}
Un abbraccio, {F}
Nome: {F}\nCognome: {L}
Nome e cognome: {P}
Cliente: {P}, {S}, {C}
Il signor {L} e la signora {L} vivono a {C}.
La dottoressa {L} mi ha prescritto una medicina.
Il presidente {L} ha incontrato il ministro {L}.
{P} è nato a {C} nel {#}.
{P}, portavoce di {O}, non ha risposto.
«È un buon inizio», ha detto {L}.
Secondo {L}, non c'è motivo.
Mia figlia {F} va a scuola a {C}.
il mio capo {F} scrive di notte
Mio marito {F} lavora per {O}.
Il romanzo di {P} uscì nel {#}.
L'azienda {O}, fondata da {P}, ha sede a {C}.
Il tribunale di {C} ha condannato {P}.
Che tempo fa a {C}?
Qual è la capitale di {N}?
{L} ha segnato al {#} minuto.
Chi è {P}?
Scrivi una storia su una bambina di nome {F}.
Puoi dire a {F} che sono malata?
Partecipanti: {P}, {P} e {P}
{F}: Ci sei?\n{F}: Sì, dimmi.
Firmato: {P}
Come installo {R} su {R}?
La soluzione è semplice e i risultati sono buoni.
Vantaggi e svantaggi del metodo
{P} è cresciuto a {C} e ha studiato all'{O}.
L'ex presidente {P} ha detto che la situazione è grave.
{L} ha vinto le elezioni contro {L}.
Il figlio di {P}, {F}, vive in {N}.
La cantante {P} si è esibita a {C}.
La Seconda Guerra Mondiale e il Rinascimento
L'Unione Europea e le Nazioni Unite
`
  .trim()
  .split("\n");
