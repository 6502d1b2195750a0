import type { Everyday } from './everyday.js';

/** German. */
export const de: Everyday = {
  filler:
    'bisher bislang eben halt schon eh ja doch mal nochmal kurz bitteschön büdde vielleicht eventuell überhaupt tatsächlich wirklich einfach übrigens also quasi sozusagen ungefähr circa ca etwas schnell jetzt gerade moin servus hi hey hallo leute team danke vielen lieben gruß grüße dass nun mich uns euch bräuchte brauche bräuchten wüsste wüssten würd könntest könntet magst lass zeigt zeigst raus rausgegangen trotzdem allerdings immerhin zumindest derzeit zurzeit momentan heutzutage meine',
  known:
    'bald später früh spät regal regale damals einst oft selten immer nie fast kaum beinahe halb doppelt meist zuerst zuletzt anders alt neu groß klein teuer billig gut schlecht schnell langsam wichtig richtig falsch weit nah hoch tief lang kurz warm kalt regen schnee wetter essen trinken leben arbeit arbeiten mann frau kind kinder freund freunde schule urlaub ferien geburt spiel spiele fisch hund katze baum blume sonne mond welt markt straße weg wagen auto bahn brief buch bücher bild musik farbe saison saisonal jahreszeit jahreszeiten',
  cues: {
    and: 'aber; aber auch|nur|mit; jedoch; sowie auch',
    silent:
      'als liste|übersicht|heatmap|diagramm|grafik|rangliste|ranking|matrix|aufstellung; heatmap|liste|tabelle|rangliste|übersicht|diagramm|grafik|matrix|aufstellung der|des|von|mit?; in euro|eur|geld; ich meine; wenn möglich; falls möglich; bis jetzt|heute; wie gesagt; sag|sagt mir|mal; es ist so; stimmt es; ist es so; kannst|könntest|können|könnten du|sie mir? sagen|zeigen|geben; ich hätte gern|gerne; ich möchte|will|würde gern|gerne? wissen|sehen; auf einen blick; im moment; zur zeit; vielen dank; mit freundlichen grüßen; mehr oder weniger; in etwa; schau mal; guck|guckt mal; wie sieht|schaut es aus mit',
    change: 'anders als; so anders',
    previous_period:
      'als|gegen|gegenüber letzten|letztes|letzte|letzter; im_vergleich_zum|zur letzten|letzter',
    top: 'am ehesten|häufigsten|öftesten; ertragreichst*|erfolgreichst*|gefragtest*|bestlaufend*|profitabelst*|bestbewertet*; brachte|brachten|bringt|bringen am meisten',
    bottom:
      'am seltensten; schlechtestlaufend*|erfolglosest*; brachte|brachten|bringt|bringen am wenigsten',
    best_selling:
      'renner|verkaufsschlager|kassenschlager|topseller|spitzenreiter; bestseller|bestsellern; lief|liefen|läuft|laufen|gelaufen gerade|aktuell|derzeit|momentan|zurzeit? am besten|gut; lief|liefen|läuft|laufen gerade|aktuell|derzeit|momentan|zurzeit? gut; verkaufen|verkauft am besten',
    worst_selling:
      'lief|liefen|läuft|laufen gerade|aktuell|derzeit|momentan|zurzeit? am schlechtesten|schlecht; lief|liefen|läuft|laufen gerade|aktuell|derzeit|momentan|zurzeit? schlecht',
    how_much_sold: 'umgesetzt|eingenommen',
    working_days: 'unter der woche; an werktagen|wochentagen; werktags|werktagen|wochentags',
    aggregate: 'im schnitt|mittel; durchschnittlich* anzahl|zahl|menge an|der|von?',
    descending: 'schlechteste|beste|größte|höchste zuerst|oben',
  },
  time: {
    season: '{season} {y}?; dies* {season} {y}?; {season} des {y}',
    last_season: 'letzt*|vorig*|vergangen* {season}',
    this_week: 'bisher_diese_woche|diese_woche_bisher',
    this_month: 'bis|bis_zum|zum monatsende',
    this_quarter: 'bis|bis_zum|zum quartalsende',
    this_year: 'bis|bis_zum|zum jahresende|jahresschluss',
  },
  seasons: {
    1: 'frühling|frühjahr|frühlings|frühjahrs|frühlinge',
    2: 'sommer|sommers',
    3: 'herbst|herbstes|herbsts',
    4: 'winter|winters',
  },
};
