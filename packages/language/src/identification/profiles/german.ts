/** Frequent German words, the commonest first, then those of commerce and complaint. */
export const GERMAN_WORDS = `
  der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
  werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum
  war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich mich mir mein meine
  du dein wir uns unser ihr euch kann können muss müssen soll sollte will möchte wollen bitte
  danke ja nein kein keine keinen hier da dort dann jetzt heute gestern morgen immer wieder
  schon sehr gut schlecht viel viele wenig alle jeder jede was wer wo wann warum welche
  welcher welches wieviel umsatz umsätze bestellung bestellungen kunde kunden verkäufe produkt
  produkte preis lieferung rechnung zahlung rücksendung erstattung letzten letzte letzter
  letztes monat monate woche wochen jahr jahre tag tage quartal pro gegenüber zwischen
  vergleich vergleiche zeige zeig gib höchste niedrigste durchschnitt durchschnittliche gesamt
  anzahl entwicklung prognose nächsten seit ohne gegen während weil obwohl damit deshalb
  einfach leider wirklich geld karte paket angekommen kaputt funktioniert geworden gewesen
  gemacht habe hatte hätte würde wäre ob doch mal etwas nichts ganz schön neu neue guten hallo
  warten warte ware größe farbe teuer günstig schnell langsam nie meisten deutschland
  österreich schweiz filiale anteil bestand lager land stornoquote geschäft januar februar
  märz april mai juni juli august september oktober november dezember montag dienstag mittwoch
  donnerstag freitag samstag sonntag sommer winter rot blau grün schwarz weiß groß klein
  geliefert qualität artikel lagerbestand laden seite warenkorb rabatt gutschein storniert abo
  nutzer besuche wert gewinn kosten steuer menge stück zurückgeschickt bewertung bewertungen
  mitarbeiter freundlich furchtbar schrecklich toll ausgezeichnet perfekt zufrieden enttäuscht
  hilfe brauche könnte lieferanten pünktlich verbrauch netto brutto inkl liegt hoch entwickelt
  gab gibt wurden verkauft welchen alles jemand niemand bestellt gekauft erhalten bekommen
  geschickt zurück genug bereits bald später zusammen fast ziemlich dieser diese dieses jedes
  einmal zweimal trotzdem gar ging hält steht findet
`;
