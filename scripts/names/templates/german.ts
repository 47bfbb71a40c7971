/** German sentences with places for names, written for this project; the places are those of `english.ts`. */
export const GERMAN: readonly string[] = String.raw`
Mein Name ist {P} und ich wohne in {C}.
Ich heiße {P} und komme aus {C}.
ich bin {F} aus {C}
Hallo {F}, wie geht es dir?
Hi {F}, kommst du am {D}?
Liebe {F}, vielen Dank für deine Nachricht.
Lieber {F},\nich hoffe, dir geht es gut.
Sehr geehrte Frau {L},\nvielen Dank für Ihr Schreiben vom {#}. {M}.
Sehr geehrter Herr {L},\nich habe eine Frage zu meiner Rechnung.
Sehr geehrter Herr {T} {L},
Sehr geehrte Damen und Herren,\nich bewerbe mich um die Stelle bei {O}.
Guten Tag Herr {L}, hier ist {P} von {O}.
Mit freundlichen Grüßen\n{P}
Mit freundlichen Grüßen\n{P}\nGeschäftsführer, {O}
Viele Grüße\n{F}
Liebe Grüße, {F}
Herzliche Grüße, deine {F}
Beste Grüße\n{P}\nAbteilung Vertrieb
Name: {P}\nAnschrift: {S}, {C}
Vorname: {F}\nNachname: {L}
Ansprechpartner: {P}
Patient: {P}, geboren am {#}.{#}.{#}
Kunde: {P}\nKundennummer: {#}
An: {P}\nVon: {P}\nBetreff: Termin am {D}
Frau {L} hat am {D} angerufen.
Herr {L} und Frau {L} sind im Urlaub.
Ich habe mit Herrn {L} gesprochen.
Dr. {L} hat mir ein Medikament verschrieben.
Prof. Dr. {P} lehrt an der {O}.
Meine Tochter {F} geht in die Schule.
mein Chef {P} will das nicht
Mein Mann {F} arbeitet bei {O} in {C}.
Meine Freundin {F} zieht nach {C}.
{F} hat gesagt, dass {F} heute nicht kommt.
Gestern war ich mit {F} in {C}.
{P} wurde {#} in {C} geboren.
{P} ({#}-{#}) war ein Maler aus {C}.
{P} ist ein Politiker und Mitglied der {O}.
{P}, der Sprecher von {O}, wollte sich nicht äußern.
Der Minister {P} trat im {M} zurück.
Bundeskanzler {L} traf Präsident {L} in {C}.
Die Präsidentin {P} besuchte {N}.
„Das ist ein guter Anfang“, sagte {L}.
„Das war nicht geplant“, so {P} am {D}.
Laut {L} gibt es dafür keinen Grund.
{L} erzielte das Tor in der {#}. Minute.
Trainer {L} lobte {L} und {L}.
Der Schauspieler {P} spielt die Hauptrolle.
Der Roman von {P} erschien im Jahr {#}.
Die Firma {O} aus {C} wurde von {P} gegründet.
Die Brüder {P} und {P} leiten das Unternehmen.
{O} hat seinen Sitz in {C}.
{O} entlässt {#} Mitarbeiter in {N}.
Ich arbeite seit {#} Jahren bei {O}.
Das Landgericht {C} verurteilte {P} zu einer Geldstrafe.
Der Kläger wird vertreten durch Rechtsanwalt {P}, {C}.
Der Zeuge {L} konnte sich nicht erinnern.
Die Richterin {L} wies die Klage ab.
Das Amtsgericht {C} hat entschieden.
{F}s Mutter kommt aus {N}.
{L}s Buch ist in {C} erschienen.
Wie ist das Wetter in {C}?
Wie weit ist es von {C} nach {C}?
Was ist die Hauptstadt von {N}?
Wir fahren im {M} nach {N}.
Der Zug von {C} nach {C} hat Verspätung.
{C} liegt im Süden von {N}.
Die Stadt {C} hat {#} Einwohner.
Im Krieg wurde {C} zerstört.
Die Regierung in {C} lehnte den Vorschlag ab.
Der König {F} von {N} starb im Jahr {#}.
Im Jahr {#} heiratete er {P}.
Sie hatten zwei Kinder, {F} und {F}.
Sein Sohn {F} wurde Arzt in {C}.
Die Wissenschaftler um {P} fanden eine Lösung.
Nach Ansicht von {L} ist das Problem gelöst.
Wer ist {P}?
Wer war {P}?
Erzähl mir etwas über {P}.
Schreibe eine Geschichte über ein Mädchen namens {F}.
Schreib mir bitte eine Mail an Frau {L}.
Kannst du {F} und {F} Bescheid sagen?
Bitte an {P} weiterleiten.
Teilnehmer: {P}, {P}, {P}
Protokoll: {F} übernimmt die Aufgabe, {F} prüft das Ergebnis.
1. {P}\n2. {P}
Das Haus der Familie {L} steht leer.
Die Wohnung in der {S} ist zu klein.
Der Vertrag zwischen {O} und {P} endet im {M}.
Vermieter: {P}\nMieter: {P}
Kontoinhaber: {P}
gez. {P}
i.A. {P}
{F}: Bist du da?\n{F}: Ja, was gibt's?
Nutzer: ich heiße {F}\nAssistent: Hallo {F}, wie kann ich helfen?
Die Lösung der Aufgabe ist eine wichtige Voraussetzung für den Erfolg des Projekts.
Der Hund läuft durch den Garten und die Katze schläft auf dem Sofa.
Die Arbeit an der Zeitung macht dem Lehrer Freude.
Das Ergebnis der Untersuchung zeigt die Bedeutung der Wirtschaft für die Gesellschaft.
Bitte geben Sie die Daten in das Formular ein und klicken Sie auf Weiter.
Die Küche hat ein Fenster, einen Tisch und vier Stühle.
Für den Kuchen brauchst du Mehl, Zucker, Eier und Butter.
In der Nacht fiel Schnee auf die Berge und Felder.
Am Morgen trinkt die Frau Kaffee mit Milch.
Der Vorsitzende der Partei sprach über die Zukunft des Landes.
Die Polizei nahm den Mann am {D} in der Nähe des Bahnhofs fest.
Das Gericht, die Behörde und der Anwalt stritten über die Kosten des Verfahrens.
Nach dem Essen ging das Kind in den Wald.
Zusammenfassung der wichtigsten Punkte
Schritt {#}: Installation von {R}
Wie installiere ich {R} auf {R}?
Ich kenne {R} und {R}.
Der Fehler tritt in {R} {#} auf.
Vorteile und Nachteile der Methode
Die Gewerkschaft fordert mehr Lohn für die Beschäftigten im Handel.
Der Film ist eine Komödie über Liebe, Freundschaft und Verrat.
Die Temperatur steigt im Sommer auf über dreißig Grad.
Der Schüler schreibt einen Aufsatz über den Klimawandel.
Meine Oma backt am Sonntag immer einen Apfelkuchen.
Die Mannschaft verlor das Spiel in der letzten Minute.
Der Autor beschreibt die Welt der Kinder mit viel Humor.
Die Versicherung zahlt den Schaden am Auto nicht.
{P} wurde am {#}. {M} {#} in {C} geboren und starb in {C}.
{P} wuchs in {C} auf und studierte Rechtswissenschaften an der {O}.
{L} besuchte das Gymnasium in {C} und zog später nach {N}.
Nach dem Tod von {L} übernahm sein Sohn {F} die Leitung.
{L} gewann die Wahl mit großem Vorsprung.
Die Regierung von {P} scheiterte im Parlament.
Der ehemalige Präsident {P} sagte, die Lage sei ernst.
„Wir müssen handeln“, sagte {P}, Professorin an der {O}.
{P}, Analyst bei {O}, rechnet mit steigenden Preisen.
Der Gründer {P} verkaufte seine Anteile an {O}.
Die Sängerin {P} trat in {C} auf.
Regisseur {P} drehte den Film in {N}.
Die Autorin {P} lebt in {C}.
Der Maler {P} gehört zu den bekanntesten Künstlern seiner Zeit.
Kaiser {F} der Große eroberte {C}.
König {F} III. heiratete Prinzessin {F} von {N}.
Papst {F} besuchte {C}.
Herzog {F} von {C}
{L} und {L} spielten gegen {L} und {L}.
{L} unterlag {L} im Finale.
{P} ({N}) gewann vor {P} ({N}).
Auch {L} war überrascht.
Wie {L} mitteilte, bleibt die Filiale geschlossen.
Dies bestätigte {P} vom {O}.
In einem Interview mit {O} erklärte {L}, dass er nicht zurücktreten werde.
Trump, {L} und {L} trafen sich in {C}.
Unter {L} wurde das Gesetz geändert.
{L}s Anwalt widersprach.
Das Werk von {L} wurde ins Englische übersetzt.
Die Theorie von {L} gilt als widerlegt.
Die Schlacht bei {C} dauerte drei Tage.
Am {D} demonstrierten Tausende in {C}.
In {N} leben rund {#} Millionen Menschen.
Die Hauptstadt {C} liegt an der Küste.
Die Universität {C} wurde {#} gegründet.
Die {O} meldete einen Gewinn.
Der Konzern {O} kündigte Entlassungen an.
Das Museum in {C} zeigt Werke von {P}.
Der Krieg, die Armut und der Hunger zwangen viele Familien zur Flucht.
Die Forscher untersuchten die Wirkung der Medikamente auf das Immunsystem.
Im Mittelalter lebten die meisten Menschen auf dem Land.
Die Insel hat eine Fläche von {#} Quadratkilometern.
Der Fluss mündet in die Nordsee.
Die Kirche wurde im Barockstil erbaut.
Der Anteil der Wähler ging um {#} Prozent zurück.
Das Unternehmen stellt Maschinen und Werkzeuge her.
Der Bau der Brücke begann im Frühjahr.
Die Zahl der Arbeitslosen sank im Vergleich zum Vorjahr.
Die Bevölkerung besteht größtenteils aus Bauern und Fischern.
Die Band veröffentlichte ihr erstes Album im Herbst.
Das Tier ernährt sich von Insekten und Würmern.
Die Europäische Union und die Vereinten Nationen
Der Zweite Weltkrieg endete im Jahr {#}.
Das Rote Kreuz half den Verletzten.
Der Deutsche Bundestag beschloss das Gesetz.
Die Deutsche Bahn erhöht die Preise.
Der Nahe Osten und Nordafrika
Das Weiße Haus lehnte eine Stellungnahme ab.
Erstens, Zweitens, Drittens
Überblick, Einleitung, Hauptteil, Schluss
Guten Morgen! Guten Abend! Gute Nacht!
Vielen Dank für Ihre Hilfe.
Bitte um Rückruf. Danke!
Betreff: Kündigung meines Vertrags
Sehr geehrtes Team,
Liebes Tagebuch,
`
  .trim()
  .split("\n");
