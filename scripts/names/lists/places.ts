/** Countries, regions and large cities in several languages, by hand; the rest comes from GeoNames. */
export const PLACES: readonly string[] = `
  Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland|Tyskland|France|Frankreich|Francia|França|Frankrijk
  Frankrike|Spain|Spanien|Espagne|España|Espanha|Spagna|Spanje|Italy|Italien|Italie|Italia|Itália|Italië|Portugal
  Netherlands|Holland|Niederlande|Nederland|Belgium|Belgien|Belgique|Bélgica|Belgio|België|Switzerland|Schweiz|Suisse
  Suiza|Svizzera|Austria|Österreich|Autriche|Poland|Polen|Pologne|Polska|Polonia|Sweden|Schweden|Sverige|Suède|Norway
  Norwegen|Norge|Denmark|Dänemark|Danmark|Finland|Finnland|Suomi|Russia|Russland|Russie|Rusia|Rússia|Ukraine|Ucrania
  Turkey|Türkei|Türkiye|Turquie|Turquía|Turquia|Turchia|Turkije|Greece|Griechenland|Grèce|Grecia|Hungary|Ungarn|Romania
  Rumänien|Bulgaria|Serbia|Croatia|Slovenia|Slovakia|Czechia|Tschechien|Ireland|Irland|Scotland|Wales|England|Britain
  UK|U.K|USA|US|America|Amerika|Amérique|América|Canada|Kanada|Mexico|México|Brazil|Brasil|Brasilien|Brésil|Argentina
  Chile|Peru|Perú|Colombia|Venezuela|Cuba|China|Japan|Japon|Japón|Korea|India|Indien|Inde|Índia|Pakistan|Bangladesh
  Afghanistan|Iran|Iraq|Irak|Israel|Palestine|Gaza|Lebanon|Syria|Egypt|Ägypten|Morocco|Algeria|Tunisia|Libya|Nigeria
  Kenya|Ethiopia|Ghana|Africa|Afrika|Afrique|Asia|Asien|Asie|Europe|Europa|Australia|Australien|Zealand|Vietnam|Thailand
  Indonesia|Malaysia|Singapore|Philippines|Taiwan|London|Londres|Londra|Londen|Paris|Parigi|Parijs|Berlin|Munich|München
  Hamburg|Köln|Cologne|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Bremen|Nürnberg|Vienna|Wien|Zürich|Zurich
  Genf|Geneva|Genève|Bern|Basel|Rome|Roma|Rom|Milan|Milano|Mailand|Naples|Napoli|Turin|Torino|Venice|Venezia|Florence
  Firenze|Madrid|Barcelona|Sevilla|Seville|Valencia|Bilbao|Lisbon|Lisboa|Lissabon|Porto|Amsterdam|Rotterdam|Utrecht
  Brussels|Brüssel|Bruxelles|Antwerp|Antwerpen|Copenhagen|Kopenhagen|København|Stockholm|Oslo|Helsinki|Warsaw|Warschau
  Warszawa|Kraków|Prague|Prag|Praha|Budapest|Bucharest|Athens|Athen|Istanbul|İstanbul|Ankara|Moscow|Moskau|Moscou|Kiev
  Kyiv|Dublin|Edinburgh|Glasgow|Manchester|Liverpool|Birmingham|Leeds|Bristol|Cambridge|Oxford|York|NYC|LA|Chicago
  Boston|Seattle|Houston|Dallas|Austin|Denver|Miami|Atlanta|Phoenix|Philadelphia|Detroit|Francisco|Angeles|Vegas
  California|Texas|Florida|Virginia|Carolina|Georgia|Ohio|Michigan|Illinois|Pennsylvania|Jersey|Massachusetts|Washington
  Oregon|Colorado|Arizona|Nevada|Utah|Alaska|Hawaii|Tennessee|Kentucky|Alabama|Mississippi|Louisiana|Missouri|Kansas
  Iowa|Minnesota|Wisconsin|Indiana|Oklahoma|Nebraska|Dakota|Montana|Idaho|Wyoming|Maine|Vermont|Hampshire|Connecticut
  Maryland|Delaware|Toronto|Montreal|Vancouver|Ottawa|Quebec|Québec|Tokyo|Kyoto|Osaka|Beijing|Shanghai|Seoul|Delhi
  Mumbai|Bangalore|Bengaluru|Hyderabad|Chennai|Kolkata|Dubai|Cairo|Lagos|Nairobi|Johannesburg|Sydney|Melbourne|Brisbane
  Perth|Auckland|Bayern|Bavaria|Sachsen|Hessen|Nordrhein|Westfalen|Baden|Württemberg|Rheinland|Pfalz|Thüringen
  Brandenburg|Saarland|Niedersachsen|Schleswig|Holstein|Andalucía|Cataluña|Catalonia|Bretagne|Normandie|Provence
  Lombardia|Toscana|Tuscany|Sicilia|Sicily|Bahia|Bagdad|Baghdad|Kabul|Tehran|Jerusalem|Damascus|Kuwait|Qatar|Bosnia
  Kosovo|Albania|Macedonia|Montenegro|Lithuania|Latvia|Estonia|Iceland|Luxembourg|Malta|Cyprus|Zypern|Manhattan|Brooklyn
  Queens|Bronx|Hollywood|Yorkshire|Kent|Essex|Sussex|Surrey|Devon|Cornwall|Atlantic|Pacific|Mediterranean|Earth|Mars`
  .split(/[|\n]/)
  .map((one) => one.trim())
  .filter((one) => one !== "");
