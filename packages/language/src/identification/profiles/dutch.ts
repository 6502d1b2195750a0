/** Frequent Dutch words, the commonest first, then those of commerce and complaint. */
export const DUTCH_WORDS = `
  de en het van ik te dat die in een hij niet zijn is was op aan met als voor had er maar om
  hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar
  naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al
  waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd
  altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest
  andere waarom welke welk wanneer waar hoeveel per tussen sinds tijdens omzet bestelling
  bestellingen klant klanten verkopen verkoop product producten prijs levering factuur
  betaling terugbetaling retour retouren vorige vorig afgelopen laatste maand maanden week
  weken jaar jaren dag dagen kwartaal vergelijk vergeleken vergelijking toon laat zien geef
  gemiddelde gemiddeld totaal totale aantal ontwikkeling verwachting voorspelling volgende
  komende beste slechtste goed goede slecht nieuw nieuwe groot grote klein bedankt dank hallo
  alstublieft graag kunt geld kaart pakket kapot duur snel langzaam winkel land stad marge
  gisteren vandaag morgen nooit weer steeds wel we wij jullie onze verkocht aangekomen wacht
  nederland belgië duitsland aandeel voorraad behalve exclusief ten opzichte elke elk ging
  gaat komt kwam maken gemaakt werkt werken vind zeer erg heel echt mooi hoogste laagste
  daalde steeg deden hadden januari februari maart april mei juni juli augustus september
  oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zomer
  winter rood blauw groen zwart wit geleverd kwaliteit artikel artikelen winkels pagina
  winkelwagen korting code geannuleerd abonnement gebruikers bezoeken waarde winst kosten
  belasting hoeveelheid stuks teruggestuurd beoordelingen personeel vriendelijk vreselijk
  verschrikkelijk geweldig uitstekend perfect tevreden teleurgesteld hulp nodig fooien regio
  bruto netto zeggen niemand besteld gekocht ontvangen gestuurd genoeg binnenkort later samen
  bijna terug ieder hoewel zelfde hebt gehad bent geworden
`;
