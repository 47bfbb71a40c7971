/**
 * Words that say what stands beside them, written for this project; seven languages and a few more.
 * Facts of language, one string a class: the lexicon is built from them.
 */

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Stand before a name and are not part of it. */
export const TITLES = split(`
  mr mrs ms mx miss dr prof professor sir madam lord lady dame rev reverend fr father sr sra srta sgt capt captain
  col colonel gen general lt lieutenant maj major hon judge justice president senator sen rep congressman
  herr frau fräulein hr fr dipl ing monsieur madame mademoiselle mme mlle me maître docteur señor señora señorita
  don doña senhor senhora dom dona doutor doutora signor signora signorina sig dott dottor dottore dottoressa avv
  meneer mevrouw mijnheer dhr mevr mw juffrouw pan pani fru fröken sayın bay bayan uncle aunt auntie queen king
  prince princess pope saint shri smt sgt sergeant corporal cpl pfc private colonel detective inspector sheriff constable officer nurse coach sister brother sheikh imam rabbi sultan emperor`);

export const ORGANISATION_WORDS = split(`
  inc incorporated ltd limited llc llp plc corp corporation co company companies gmbh ag kg ohg ug mbh se sarl sas
  sa spa srl bv nv ab oy oyj aps asa sl slu lda ltda eirl pty kk group gruppe groupe grupo gruppo holding holdings
  partners associates brothers bros sons university universität université universidad universidade università
  universiteit college school schule école escuela escola scuola institute institut instituto istituto academy
  bank banque banco banca hospital klinik clinic krankenhaus foundation stiftung fondation fundación fundação
  association verein verband committee commission council court tribunal gericht ministry ministerium ministère
  ministerio ministero department agency authority office bureau amt federation union party partei league club
  fc team band orchestra church museum library theatre theater studio studios records press verlag publishing
  insurance versicherung assurance seguros airlines airways motors industries technologies systems software
  solutions services consulting capital ventures labs laboratories pharma pharmaceuticals energy media network
  networks society army navy police force government parliament congress senate assembly board trust society
  bundestag landgericht amtsgericht finanzamt prefecture mairie ayuntamiento prefeitura comune gemeente stad
  hotel restaurant cafe café bar grill pizzeria supermarket store stores shop market motel inn`);

export const ROLES = split(`
  president minister chancellor secretary director manager chairman chairwoman ceo cto cfo founder cofounder owner
  lawyer solicitor barrister attorney counsel agent applicant defendant plaintiff witness judge prosecutor officer
  doctor nurse surgeon dentist patient teacher professor student pupil tutor coach player captain striker
  goalkeeper singer actor actress director writer author poet painter artist composer musician journalist editor
  reporter engineer developer programmer designer architect scientist researcher mayor governor senator king queen
  mother father brother sister son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather
  grandma grandpa mom mum dad friend boyfriend girlfriend partner fiancé fiancée colleague boss neighbor neighbour
  roommate landlord tenant client customer user guest host employee employer recruiter candidate intern assistant
  spokesman spokeswoman spokesperson adviser advisor registrar deputy clerk delegate observer widow widower national citizen buyer seller driver pilot soldier priest bishop
  bundeskanzler bundeskanzlerin präsident ministerpräsident minister bürgermeister anwalt rechtsanwalt
  rechtsanwältin richter zeuge kläger beklagter arzt ärztin lehrer lehrerin schüler student direktor leiter
  geschäftsführer chef kollege kollegin freund freundin mutter vater bruder schwester sohn tochter mann ehemann
  onkel tante cousin nachbar nachbarin kunde kundin autor sänger schauspieler trainer spieler
  président ministre avocat avocate juge témoin médecin directeur directrice professeur élève étudiant auteur
  chanteur acteur actrice mère père frère sœur fils fille mari femme épouse oncle tante cousin ami amie collègue
  voisin client patron patronne maire écrivain presidente ministro ministra abogado abogada juez médico director
  directora profesor profesora alumno autor cantante actor actriz madre padre hermano hermana hijo hija esposo
  esposa tío tía primo prima amigo amiga colega vecino cliente jefe jefa alcalde escritor advogado advogada juiz
  diretor diretora aluno cantor ator atriz mãe pai irmão irmã filho filha marido mulher tio tia vizinho chefe
  prefeito avvocato giudice dottore direttore direttrice insegnante studente autore attore attrice fratello
  sorella figlio figlia marito moglie zio zia cugino amico amica vicino capo sindaco voorzitter minister advocaat
  rechter arts leraar lerares directeur schrijver moeder vader broer zus zoon dochter man vrouw oom neef vriend
  vriendin collega buurman klant baas burgemeester`);

export const PARTICLES = split(`
  van der den de del della delle di da do dos das du des le la les von zu zur zum ten ter te bin ibn ben al el ul
  abu y e i of the and und et en for für pour upon in o d l san santa st af av`);

export const CALENDAR = split(`
  january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
  thurs fri sat sun januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag
  freitag samstag sonnabend sonntag janvier février mars avril juin juillet août septembre octobre novembre
  décembre lundi mardi mercredi jeudi vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto
  septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo janeiro fevereiro
  março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta gennaio febbraio
  aprile maggio giugno luglio settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato
  domenica januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  måndag tisdag onsdag torsdag fredag lördag söndag christmas easter halloween thanksgiving ramadan diwali
  hanukkah weihnachten ostern noël navidad natal natale kerst`);

export const DEMONYMS = split(`
  american british english scottish welsh irish french german spanish italian portuguese dutch belgian swiss
  austrian swedish norwegian danish finnish polish czech slovak hungarian romanian bulgarian greek turkish russian
  ukrainian serbian croatian slovenian albanian chinese japanese korean vietnamese thai indian pakistani
  bangladeshi iranian iraqi israeli arab arabic egyptian moroccan algerian tunisian nigerian kenyan ethiopian
  african asian european latin brazilian mexican argentinian argentine chilean colombian peruvian venezuelan
  cuban canadian australian californian texan hispanic caucasian christian christians muslim muslims jewish jews
  buddhist hindu catholic protestant islamic kurdish palestinian syrian lebanese saudi afghan indonesian malaysian
  filipino mongolian tibetan icelandic latvian lithuanian estonian georgian armenian americans germans russians
  iraqis israelis arabs palestinians europeans republican republicans democrat democrats democratic conservative
  labour liberal communist socialist nazi deutsch deutsche deutschen deutscher englisch französisch spanisch
  italienisch amerikanisch russisch türkisch français française anglais allemand allemande espagnol italien
  américain español española inglés francés alemán italiano americano português inglês francês alemão nederlands
  engels duits frans spaans italiaans inglese francese tedesco spagnolo svenska engelska tyska`);

export const PRODUCTS = split(`
  python java javascript typescript kotlin swift ruby perl rust golang scala haskell erlang elixir clojure php html
  css sql json yaml xml csv pdf http https api sdk cli url uri uuid rest graphql react angular vue svelte nextjs
  node nodejs npm yarn webpack vite babel eslint django flask fastapi rails spring hibernate express pandas numpy
  scipy pytorch tensorflow keras jupyter matplotlib docker kubernetes terraform ansible jenkins git github gitlab
  bitbucket linux ubuntu debian fedora centos windows macos android ios chrome firefox safari edge excel word
  powerpoint outlook office teams slack zoom discord whatsapp telegram instagram facebook twitter youtube tiktok
  snapchat linkedin reddit pinterest spotify netflix photoshop illustrator figma notion jira confluence trello
  postgres postgresql mysql sqlite mongodb redis kafka elasticsearch cassandra snowflake oracle bash zsh vim emacs
  vscode intellij eclipse xcode gradle maven cmake makefile gpt chatgpt claude gemini llama copilot siri alexa
  cortana iphone ipad macbook imac playstation xbox nintendo kindle gmail wikipedia wordpress shopify stripe
  paypal bitcoin ethereum wifi bluetooth usb hdmi gps cpu gpu ram ssd lcd led dvd cd tv pc ai ml nlp llm ui ux
  seo crm erp kpi roi faq asap fyi lol omg btw imo tbh idk diy bbc cnn hdr unicode ascii utf tcp udp dns ssh
  ssl tls jwt oauth cors ajax regex latex markdown tailwind bootstrap jquery redux graphviz selenium cypress
  playwright jest mocha pytest junit xyz abc todo readme changelog license iban bic swift ssn ip mac mobile fax phone tel email url pin`);

export const ORGANISATIONS = split(`
  google microsoft apple amazon meta tesla nvidia intel amd ibm oracle cisco dell hp lenovo samsung sony panasonic
  toshiba hitachi siemens bosch bmw volkswagen audi porsche mercedes daimler toyota honda nissan hyundai kia ford
  chrysler boeing airbus lufthansa ryanair easyjet nato un unesco unicef who eu fbi cia nsa nasa irs fda epa cdc
  nhs bbc cnn nbc abc cbs fox reuters bloomberg nyt nfl nba mlb nhl uefa fifa ioc harvard stanford mit oxford
  cambridge yale princeton walmart ikea nike adidas puma starbucks mcdonalds disney pixar netflix ebay airbnb uber
  lyft dhl ups fedex vodafone telekom orange verizon comcast att sap allianz axa hsbc barclays santander citibank
  jpmorgan deloitte kpmg pwc accenture mckinsey openai anthropic deepmind spd cdu csu fdp gop pfizer bayer novartis
  roche merck enron hamas hezbollah interpol europol greenpeace gazprom petrobras unilever nestle danone renault
  peugeot fiat ferrari philips shell bp exxon chevron`);

/** Ordinary words that a frequency list has with a capital, because they are names too, and Latin of lawyers. */
export const ALSO_WORDS = split(`
  drew mark bill rob sue pat frank jack chip dick art gene dale glen cliff dean earl duke grant guy hank josh lance
  marina max miles nick norm ray rich rod rusty sandy skip stew ty wade ward chase hunter carter cooper mason parker
  porter archer baker cook carver shepherd miller taylor tanner weaver fisher gardener page paige dawn eve june april
  may august autumn summer ivy holly hazel heather iris jasmine lily olive pansy poppy rose rosemary violet amber crystal
  coral ruby pearl opal jade ginger pepper faith hope charity grace joy mercy patience prudence constance honor felicity
  bliss destiny harmony melody serenity star stormy sky skye sunny rocky woody buddy red rusty curt ernest bob bobby
  trudy dolly polly robin jay martin wren drake buck colt wolf fox angel christian royal major king prince duke
  general sergeant captain admiral baron bishop pope abbot dean judge lane forest brook river rivers ford bridge hill
  hills stone flint cliff glade heath field fields wood woods black white brown green gray grey gold silver young old
  long short little small strong sharp swift bright moody savage noble wise love day weeks winter snow frost rain
  alia inter prima facie mala fide bona ex parte et al ergo supra infra via per se quo vadis terra santa maria san
  los las el la china turkey java jersey georgia jordan chad mali niger cuba peru orange nice reading bath mobile
  lima bremen wellington cork limerick essen hamburger alba costa villa casa luz rio nova`);
