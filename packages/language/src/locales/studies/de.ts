import type { StudyWords } from './study-words.js';

/** German. */
export const de: StudyWords = {
  heavy:
    'zusammen gemeinsam gleichen gleiche noch je jemals innerhalb wahrend meisten wenigsten verkauft bezahlt erhalten erreicht nur alle jede jeder jedes verloren gewonnen mehr weniger',
  cues: {
    visitors: 'besucher|besuchern',
    count: 'anzahl der? kunden|käufer|bestellungen; kundenzahl',
    who: 'anzahl der? kunden|käufer; neukunden; neue kunden; kunden|kunde|kundin|kundinnen|käufer|käuferinnen|besucher|besuchern|leute|personen|menschen|nutzer|nutzern|mitglieder',
    list: 'liste|welche|wer|welcher; zeig|zeige|nenne|liste mir? die|alle?; auflisten',
    first:
      'neukunden; neue kunden; erst|erste|ersten|erster|erstes|erstmals|zuerst|erstmalig|erstbestellung|erstkauf; zum ersten mal; das erste mal; deren erste|ersten',
    again:
      'wieder|erneut|nochmal|nochmals|zweimal|mehrfach|mehrmals|wiederholt|wiederholte|wiederholten; noch einmal; ein|zum zweites|zweiten mal; zweite|zweiten|zweiter|zweites; weitere|weiteren; wiederkauf*|wiederbestell*|wiederkäufer*|folgekauf|folgekäufe|nachkauf*|stammkunden; mehr als einmal; wiederkaufsrate|wiederkaufrate|wiederkaufquote',
    once: 'einmal; nur|genau einmal; nur eine|einen; ein einziges mal',
    where: 'wo; an welcher stelle; bei welchem schritt; welcher schritt',
    after: 'nachdem',
    back: 'zurück|zurückgekommen|zurückkommen|zurückgekehrt|zurückkehren|zurückkehrt|wiederkommen|wiedergekommen|wiederkommt|wiederkehren|wiedergekehrt; kamen|kommen|kommt|kam wieder|zurück; kehren|kehrten zurück|wieder',
    denied:
      'nicht|nie|niemals|kein|keine|keinen|keiner|ohne; nicht mehr; seit nichts; nichts mehr?',
    interval:
      'tage|tagen|zeit|abstand|wochen zwischen; abstand|zeit zwischen zwei?; wie lange|viel_zeit|viele_tage dauert es? bis zur|zum?; wie lange|viel_zeit|viele_tage zwischen|bis zwei?; tage bis zur|zum?; nach wie vielen tagen; wie oft; wie lange dauert es',
    rate: 'rate|quote|anteil|prozent|prozentsatz|%; welcher|wie_hoch_ist_der anteil der?; wie viel prozent der?; anteil der; wie hoch ist die',
    within: 'innerhalb|binnen|in von? {n} {unit}; nach {n} {unit}; innerhalb der ersten {n} {unit}',
    retention:
      'retention|kundenbindung|wiederkehr|wiederkehrrate|wiederkehrquote|bindungsrate|haltequote; retention rate',
    cohort_table:
      'kohortentabelle|kohortenanalyse|kohortenansicht; nach|je|pro kohorte|kohorten; kohorten tabelle|analyse; kohorten nach|je|pro monat|woche; kundenkohorten',
    lost: 'churn|abwanderung|abwanderungsrate|abwanderungsquote|abgewandert|abgewanderte|kundenverlust|kundenverluste',
    funnel: 'trichter|funnel|kauftrichter|verkaufstrichter|conversion_funnel; schritt für schritt',
    leaving:
      'verlieren|verliert|verloren|abspringen|springen|abgesprungen|absprung|absprünge|abbruch|abbrüche|abbrechen|abgebrochen|aussteigen|steigen; springen|steigen ab|aus; brechen ab; kaufabbrüche|kaufabbruch; abgebrochene|abgebrochenen; abbruchquote|abbruchrate',
    conversion:
      'konversion|konversionsrate|conversion|umwandlung|konvertieren|konvertierten|gelangen|schaffen|kommen; kommen|gelangen|gehen|gingen weiter?',
    from: 'von|vom|zwischen|nach|aus|ab; von denen die?; beginnend mit',
    to: 'zu|zum|zur|bis|und|in; bis zum|zur|zu; bis hin zur|zum',
    but: 'aber|jedoch|doch; aber dann?; und dann',
    next: 'dann|danach|anschliessend|später|schliesslich; und dann; am ende',
    of_all: 'von allen; davon; von ihnen; von denen',
    spending:
      'ausgegeben|ausgeben|ausgaben|insgesamt|bezahlt|zahlten|wert; gekauft für; mit einem? umsatz|wert von|über?; im wert von; gaben aus; gaben|haben',
    times: 'mal|male|bestellungen',
    silence:
      'seit|in|für {n} {unit}; seit über|mehr_als|mindestens {n} {unit}; vor {n} {unit}; in den letzten {n} {unit}; vor mehr als {n} {unit}',
    discount:
      'rabatt|rabatte|rabattiert|rabattierte|rabattierten|gutschein|gutscheine|gutscheinen|nachlass|rabattcode|gutscheincode; mit rabatt|gutschein|rabattcode|gutscheincode',
    behind:
      'hinter|dahinter|stecken|steckt|stehen|steht; stecken|stehen|liegen hinter; hinter dem|der|den',
    latest: 'letzte|letzten|neueste|neuesten|jüngste|jüngsten',
    together:
      'zusammen|gemeinsam mit?; zusammen|gemeinsam mit? gekauft|bestellt|verkauft; oft|häufig|gern|meist zusammen|gemeinsam? mit? gekauft|bestellt?; warenkorbanalyse|warenkorbanalysen; kombinationen|kombination; passt|passen zu|zusammen; dazu|mitgekauft|mitbestellt; cross_selling; wird|werden mit',
    goal: 'ziel|ziele|ziels|zielen|zielwert|vorgabe|vorgaben|kpi|kpis|kennzahl|kennzahlen|planziel|auf_kurs|im_plan|plan; auf kurs für|zum|bei|mit; das ziel erreichen|schaffen|verfehlen; hinter|über dem plan|ziel',
    standing:
      'steht|stehen|läuft|laufen|erreichen|erreicht|schaffen|verfehlen|sieht|aus|stand|fortschritt|liegen; wie steht|läuft|sieht es? um|mit|bei?; sind|liegen wir; werden|schaffen|erreichen wir; wie weit|nah',
    segments: 'segment|segmente|segmenten|kundensegmente|kundensegment|kundengruppen|segmentierung',
    rfm: 'rfm|r_f_m',
    mute: 'die|der|das|den|dem|des|ein|eine|einen|einer|haben|hat|hatte|hatten|ist|sind|war|waren|wurde|wurden|wird|werden|sich|es|uns|wir; wie viele|viel; anzahl der?; was; zeig|zeige|zeigt mir?; davon; insgesamt; bis heute|jetzt; seitdem; alle; am|im|in|bei|auf|mit|und',
  },
};
