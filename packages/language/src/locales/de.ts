import type { Locale } from './locale.js';

/** German. */
export const de: Locale = {
  code: 'de',
  filler:
    'sagen gerne gern hätte hätten würde würden könnten könnt darstellen anzeigen ausgeben auflisten herausfinden berechnen schauen setzt zusammen zusammengesetzt lag lagen liegt liegen betrug betrugen beträgt betragen erreicht erreichte machten machte brachten bringen bringt hereingekommen reingekommen informationen infos frage mich interessiert interessieren ungefähr etwa hätten wissen mal eingebracht beigetragen verschickt versendet versandt geliefert bearbeitet abgewickelt eingenommen umgesetzt erwirtschaftet getätigt verzeichnet registriert via gegen ganze ganzen gesamten jeweils derzeit der die das den dem des ein eine einen einem einer eines und oder in im am an auf aus bei beim von vom zu zum zur mit für um über durch ist war waren sind sein wird wurde wurden werden hat hatte hatten haben habe gab gibt es wir uns unser unsere unseren unserem unserer ich mir mich du sie ihr ihre man wie viel viele was welche welcher welches zeig zeige zeigen bitte gib nenn nenne liste sag sage mal mir kannst können könnte möchte will wissen sehen brauche alle allen aller alles insgesamt gesamt gesamte gesamten gesamter gesamtes höhe anzahl wert werte zahl zahlen daten ergebnis ergebnisse entwickelt entwickelte verteilt verteilen sich gemacht gemacht bekommen erhalten erzielt verkauft generiert gekauft dies diese diesem dieser dieses jetzt gerade aktuell aktuelle aktuellen momentan hallo danke dann auch noch so da hier denn doch eigentlich bezogen hinsichtlich betreffend bezüglich pro sieht aussehen aus übersicht überblick bericht grafik diagramm eingegangen eingegangene kamen kommen kommt brachte gebracht je innerhalb während ab bis seit firma unternehmen weltweit machen macht lief laufen läuft ging gehen steht stehen einzelnen einzelne jeweils jeweilige jeweiligen verglichen anteilig sortiert bezahlt geordert bestellt kaufen gewinnen gewonnen',
  known:
    'storniert stornierte stornierten stornierter verspätet verspätete verspäteten offen offene offenen bezahlt unbezahlt männlich weiblich männliche weibliche inaktiv nacht abend geschlossen gewinn kosten wetter mitarbeiter gehalt lager lieferant lieferanten schuhgröße farbe alter geschlecht stadt bundesland stromverbrauch strom energie rezept witz gedicht passwort hauptstadt präsident werbung werbekosten steuer steuern miete name namen adresse zeit lieferzeit wein bein sein mein dein kein rein fein haus maus laus hand wand sand band land rand art rat tat hut mut gut',
  numbers:
    'null=0 eins=1 ein=1 eine=1 einer=1 zwei=2 beide=2 beiden=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 neunzig=90 hundert=100 tausend=1000',
  ordinals:
    'erste=1 ersten=1 erstes=1 erster=1 zweite=2 zweiten=2 zweites=2 zweiter=2 dritte=3 dritten=3 drittes=3 dritter=3 vierte=4 vierten=4 viertes=4 vierter=4 fünften=5 sechsten=6 siebten=7 achten=8 neunten=9 zehnten=10',
  ordinalSuffixes: '',
  decimalComma: true,
  dayFirst: true,
  units: {
    day: 'tag|tage|tagen|tages',
    week: 'woche|wochen',
    month: 'monat|monate|monaten|monats|monates',
    quarter: 'quartal|quartale|quartalen|quartals',
    year: 'jahr|jahre|jahren|jahres|jahrs',
    weekend: 'wochenende|wochenendes|wochenenden',
    fiscal_quarter: 'geschäftsquartal|geschäftsquartals|fiskalquartal',
    fiscal_year:
      'geschäftsjahr|geschäftsjahres|geschäftsjahrs|geschäftsjahre|wirtschaftsjahr|wirtschaftsjahres|fiskaljahr|fiskaljahres',
  },
  months:
    'jan=1 jänner=1 feber=2 feb=2 mrz=3 maerz=3 apr=4 jun=6 juno=6 jul=7 aug=8 sep=9 sept=9 okt=10 nov=11 dez=12',
  weekdays:
    'montags=1 dienstags=2 mittwochs=3 donnerstags=4 freitags=5 samstags=6 sonnabend=6 sonnabends=6 sonntags=7 montagen=1 dienstagen=2 mittwochen=3 donnerstagen=4 freitagen=5 samstagen=6 sonntagen=7 sonntage=7 samstage=6 montage=1 freitage=5',
  holidays: {
    whit_monday: 'pfingstmontag',
    pentecost: 'pfingstsonntag|pfingsten',
    ascension: 'christi himmelfahrt; himmelfahrt',
    easter_monday: 'ostermontag',
    good_friday: 'karfreitag',
    black_friday: 'black_friday',
    cyber_monday: 'cyber_monday',
    christmas: 'weihnachten|weihnachtstag; erster weihnachtstag',
    christmas_eve: 'heiligabend|heilig_abend',
    new_year: 'neujahr|neujahrstag',
    new_years_eve: 'silvester',
    easter: 'ostern|ostersonntag',
    valentine: 'valentinstag',
    halloween: 'halloween',
    singles_day: 'singles_day',
  },
  time: {
    half_month: '{ord} hälfte des? {month} {y}?; {ord} {month} hälfte',
    last_named_month: 'letzt*|vergangen*|vorig* {month}',
    today: 'heute|heutigen_tag',
    yesterday: 'gestern|gestrigen_tag',
    before_yesterday: 'vorgestern',
    tomorrow: 'morgen',
    this: 'dies* {unit}; aktuell*|laufend* {unit}; bisher dies* {unit}; das|dem|den laufende|laufenden {unit}; {unit} bisher; rest des|der|vom? {unit}; bis ende|zum_ende des|der|dieses|dieser? {unit}; restlich* {unit}',
    last: 'letzt*|vorig*|vergangen*|vorherig*|vorangegangen* {unit}',
    last_day: 'vortag|vortages',
    last_week: 'vorwoche',
    last_month: 'vormonat|vormonats|vormonates',
    last_quarter: 'vorquartal|vorquartals',
    last_year: 'vorjahr|vorjahres|vorjahrs',
    last_weekend: 'vorwochenende',
    before_last: 'vorletzt* {unit}',
    next: 'nächst*|kommend*|folgend* {unit}',
    last_n: 'die|der|den? letzt*|vergangen*|vorig* {n} {unit}; {n} letzt* {unit}',
    recent: 'kürzlich|in_letzter_zeit|zuletzt|neuerdings',
    last_half_year: 'letzt*|vergangen* halbjahr|halbe_jahr|halben_jahr',
    next_n: 'die|der|den? nächst*|kommend*|folgend* {n} {unit}',
    ago: 'vor {n} {unit}; vor einem|einer {unit}',
    year_to_date:
      'seit jahresbeginn|jahresanfang; seit|ab dem? anfang|beginn dies* jahres; seit|ab anfang|beginn des? jahres; ytd; jahr bis heute; bisher in diesem jahr',
    quarter_to_date:
      'seit quartalsbeginn|quartalsanfang; qtd; seit anfang|beginn des? quartals; seit anfang|beginn dieses quartals',
    month_to_date:
      'seit monatsbeginn|monatsanfang; mtd; seit anfang|beginn des? monats; seit anfang|beginn dieses monats',
    week_to_date:
      'seit wochenbeginn|wochenanfang; wtd; seit anfang|beginn der? woche; seit anfang|beginn dieser woche',
    fiscal_year_to_date:
      'seit beginn|anfang des? geschäftsjahres|geschäftsjahrs; geschäftsjahr bis heute',
    since: 'seit|ab anfang|beginn des? {T}; seit|ab dem|der|den|letztem|letzter? {T}; seit|ab {T}',
    until: 'bis ende {T}; bis zum ende des? {T}; bis zum|zu|einschließlich? {T}',
    before: 'vor dem|der? {T}',
    after: 'nach dem|der {T}',
    range: 'von|vom|zwischen? {T} bis|- zum|zu? {T}; zwischen dem|der? {T} und dem|der? {T}',
    days: 'vom|von|zwischen? dem? {dom} bis|- zum|dem? {dom} {month} {y}?; zwischen dem? {dom} und dem? {dom} {month} {y}?',
    month: '{month} {y}?; {month} des? {y}; monat {month} {y}?',
    date: '{dom} {month} {y}?; {weekday} , den|dem|der? {dom} {month} {y}?; {weekday} den|dem|der? {dom} {month} {y}?',
    fiscal_year:
      'geschäftsjahr|geschäftsjahres|wirtschaftsjahr|fiskaljahr {year} / {yy}; geschäftsjahr|wirtschaftsjahr|fiskaljahr|gj|fy {year}; gj|fy {yy}; geschäftsjahres {year}',
    fiscal_quarter:
      'q {q} geschäftsjahr|gj|fy {year}; {ord} geschäftsquartal|fiskalquartal {y}?; geschäftsquartal|fiskalquartal {q} {y}?; {ord} quartal des geschäftsjahres|geschäftsjahrs {y}?; fiskal|fiskalisch* q {q} {y}?',
    quarter:
      'q {q} {y}?; {ord} quartal {y}?; quartal {q} {y}?; {ord} quartal des jahres {y}?; {ord} quartal {y}',
    half: 'h {q} {y}?; {ord} halbjahr {y}?; {ord} hälfte {y}?; {ord} hälfte des jahres {y}?; {ord} hälfte von {y}',
    week: 'kw|kalenderwoche|woche {n} {y}?; kw {n} / {y}',
    week_of: 'woche vom|ab {T}; woche des {T}',
    weekday: 'diesen|dieser {weekday}; {weekday}',
    last_weekday: 'letzt*|vorig*|vergangen* {weekday}',
    holiday: '{holiday} {y}?',
    year_last:
      'letzt*|vorig*|vergangen* jahr|jahres|jahrs; vorjahr|vorjahres|vorjahrs; des vorjahres',
    year_this: 'dies* jahr|jahres|jahrs',
  },
  cues: {
    at_end: 'am|zum|bis? ende des|der|von?',
    attribute: 'älter|jünger|schwerer',
    all_of: 'beide|beiden|sowohl',
    define: 'definiere|definition|bedeutung; definition von; was bedeutet|heißt',
    advice:
      'was sollte|soll|sollten|sollen ich|wir; wie kann|können|könnte|könnten ich|wir|man; empfehlung|empfehlungen; tipps für',
    where_when_who: 'wo|wann|wer|woher',
    silent:
      'unser|unserem|unseres geschäft|laden|shop; die meisten von; im hinblick auf; was betrifft; verantwortlich für; wegen|aufgrund|dank; wie hoch|groß|gut; alle|allen aus; als auch',
    by: 'nach|pro|je|per; für|in|aus jede|jeden|jedes|jeder|jedem; aufgeschlüsselt|aufgeteilt|gegliedert|gruppiert|unterteilt nach|pro|je; aufschlüsselung|aufteilung nach; je nach; auf die|den|das einzelnen?; nach den|dem|der einzelnen?; über alle; jede|jeden|jedes|jeder|jedem; verteilt|aufgeteilt|verteilen über|auf|unter; verteilung|aufteilung über|auf|unter',
    top: 'top|beste|besten|bester|bestes|bestem|best; höchst*; größt*; meist*; stärkst*; am meisten|besten|höchsten|größten|stärksten; den|die|das|der meisten; mit den meisten; mit dem|der höchsten|größten|meisten|besten; maximal*; schnellst*|längst*|teuerst*|schwerst*',
    bottom:
      'flop; schlechtest*; niedrigst*; geringst*; kleinst*; wenigst*; schwächst*; am wenigsten|schlechtesten|niedrigsten|geringsten; mit den wenigsten; mit dem|der niedrigsten|geringsten|kleinsten|wenigsten|schlechtesten; minimal*; tiefst*; langsamst*|kürzest*|billigst*|ruhigst*|leichtest*',
    best_selling:
      'meistverkauft*; bestverkauft*; bestseller; am meisten|häufigsten|besten verkauft*; verkauft sich am besten; beliebtest*; topseller',
    worst_selling: 'am wenigsten|schlechtesten verkauft*; ladenhüter; unbeliebtest*',
    rank: 'sortiert|sortiere|geordnet|rangliste|ranking|rangfolge nach|der|von?',
    ascending: 'aufsteigend; kleinste|niedrigste zuerst',
    descending: 'absteigend; größte|höchste zuerst',
    not: 'nicht|ohne|außer|ausgenommen|ausschließlich_der|exklusive|exkl|abgesehen_von|bis_auf|außerhalb; nicht aus|in|von|für|über; mit ausnahme von|der|des; kein|keine|keinen|keinem|keiner; ohne den|die|das; alle außer; überall außer',
    only: 'nur|lediglich|ausschließlich|bloß; beschränkt auf; gefiltert nach|auf; filtere auf|nach',
    gt: 'mehr|größer|höher|länger als {num}; über|oberhalb|> {num}; von? über|mehr_als {num}; übersteigt|überschreitet {num}; älter|schwerer|teurer als {num}',
    gte: 'mindestens|wenigstens|min {num}; ab {num}; > = {num}; ≥ {num}; {num} oder mehr|höher|darüber; {num} und mehr; {num} +; {num} und|oder älter|darüber|aufwärts|höher; {num} plus; ab {num} aufwärts',
    lt: 'weniger|kleiner|geringer|niedriger|kürzer als {num}; unter|unterhalb|< {num}; von? unter {num}; jünger|leichter|billiger als {num}',
    lte: 'höchstens|maximal|max {num}; bis zu|bis {num}; < = {num}; ≤ {num}; {num} oder weniger|niedriger',
    between: 'zwischen {num} und {num}; von {num} bis {num}; {num} bis|- {num}',
    contains: 'enthält|enthalten|enthaltend; mit dem namen',
    compare:
      'vergleich|vergleiche|vergleichen|verglichen|unterschied|gegenüberstellung; im vergleich zu|zum|zur|mit; vergleich von',
    versus:
      'vs|versus|gegen|gegenüber|verglichen_mit; gegenüber dem|der|den; im vergleich zu|zum|zur|mit dem|der?; verglichen mit|zu dem|der?; als; vergleich|vergleiche mit|zu|zum|zur; hinter|vor dem? vorjahr',
    previous_period:
      'vorperiode|vorzeitraum; vorherig*|vorig* zeitraum|periode; zur|der|die vorperiode; dem vorzeitraum; woche|monat|jahr davor|zuvor; im|am? monat|quartal|tag davor|zuvor; gleiche* tage* des vormonats; dieselben|selben|gleichen tage im|des letzten|vorigen? monat|vormonat|monats|vormonats',
    week_earlier:
      'gleich*|selb* tag|wochentag letzte|der_letzten|vorige woche; am gleichen|selben tag letzte|der_letzten|der_vorigen woche; vor einer woche; eine woche zuvor|früher',
    same_period_last_year:
      'vorjahreszeitraum|vorjahresmonat|vorjahresquartal|vorjahreswoche|vorjahresperiode; gleich*|selb* zeitraum|monat|quartal|woche|periode|zeit des|im|vom? vorjahr|vorjahres|vorjahrs|letzten_jahr|letzten_jahres; vor einem jahr; im jahresvergleich; zum|dem vorjahreszeitraum|vorjahresmonat|vorjahresquartal; jahr zuvor|davor; ein jahr zuvor|davor|früher; yoy; gleiche* zeit letztes jahr',
    period_over_period:
      'monat über|zu|für monat; im monatsvergleich; im wochenvergleich; mom|wow|qoq; gegenüber der? vorperiode',
    why: 'warum|wieso|weshalb|weswegen|erkläre|erklär|erklären; wie kommt es; was ist der grund|auslöser für?; grund|gründe|ursache|ursachen|treiber für|von|des|der?; woran liegt|lag es?; was steckt hinter; was verursachte; wodurch',
    forecast:
      'prognose|prognosen|prognostiziere|prognostizieren|prognostiziert|vorhersage|vorhersagen|voraussage|hochrechnung|ausblick|erwartet|erwartete|erwarteten|erwarten|voraussichtlich*; vorhersage für|von|der|des; prognose für|von|der|des|über',
    funnel:
      'trichter|funnel|konversionstrichter|verkaufstrichter|absprung; wie viele gehen|kommen von; konversion von',
    retention:
      'bindung|kundenbindung|wiederkehr|wiederkehrrate|retention|kohorte|kohorten|kohortenanalyse|bindungsrate; wie viele kommen wieder|zurück; retention der?; kommen kunden|gäste|käufer|nutzer|mitglieder wieder|zurück; kunden|gäste|käufer kommen wieder|zurück; kaufen|bestellen|kauft|bestellt wieder|erneut; wiederkäufer|wiederkaufsrate|wiederkaufrate|wiederkehrrate|kundentreue|stammkundenquote',
    anomaly:
      'anomalie|anomalien|auffälligkeit|auffälligkeiten|ausreißer|ungewöhnlich*|unregelmäßigkeit|unregelmäßigkeiten|merkwürdig*|abweichung|abweichungen|auffällig*|seltsam*; etwas ungewöhnliches|auffälliges',
    help: 'hilfe; was kannst du; was kann ich fragen; wie funktioniert das; welche fragen kann ich stellen; was weißt du',
    share:
      'anteil|anteile|prozentsatz|prozent|anteilig|anteilsmäßig|prozentual; % ; anteil|prozentsatz am|an|der|des|vom|von; wie viel|viele prozent; prozentualer|prozentuale anteil|verteilung am|an|der|des?; anteil an der gesamtsumme; als anteil',
    ratio:
      'verhältnis von|zwischen|der?; quotient aus?; im verhältnis zu|zum|zur; geteilt durch; bezogen auf',
    cumulative: 'kumuliert*|kumulativ*|aufsummiert*|laufend*_summe|aufgelaufen*',
    moving_average:
      '{n} {unit} durchschnitt|mittelwert; gleitend* durchschnitt|mittel|mittelwert über|von? {n} {unit}; gleitend* durchschnitt|mittel|mittelwert der|des|von?; {n} tage schnitt; gleitend* {n} {unit} durchschnitt; geglättet über {n} {unit}; gleitend* durchschnitt|mittel der letzten {n} {unit}',
    trend:
      'trend|trends|entwicklung|verlauf|zeitverlauf|zeitreihe|entwickelt|entwickelte; im|über_den zeitverlauf|zeit|verlauf; über die zeit; im laufe der zeit',
    grain_hour: 'stündlich*; pro|je stunde',
    grain_day: 'nach|pro datum; täglich*; tagesweise; tag für tag',
    grain_week: 'wöchentlich*; wochenweise; woche für woche',
    grain_month: 'monatlich*; monatsweise; monat für monat',
    grain_quarter: 'quartalsweise|vierteljährlich*; quartal für quartal',
    grain_year: 'jährlich*; jahresweise; jahr für jahr',
    grain_each:
      'pro|je|nach {unit}; jeden|jede|jedes|jeder {unit}; in|für jedem|jeder|jeden|jede|jedes {unit}; auf {unit} basis; nach den {unit}',
    how_many: 'wie viele|viel; anzahl|zahl der|an|von?; wieviele|wieviel',
    how_much_sold:
      'wie viel geld; wieviel geld; wie viel haben wir verkauft|umgesetzt|eingenommen|verdient; wie viel wurde verkauft|umgesetzt; wieviel haben wir verkauft|umgesetzt|eingenommen; was haben wir umgesetzt|eingenommen',
    which: 'welche|welcher|welches|welchen|welchem|wer',
    and: 'und|,|&|sowie|oder',
    change:
      'gestiegen*|gesunken*|gewachsen*|verdoppel*|zugelegt|gewinnen|nachgelassen|verbessert|verschlechtert; wachstum|gewachsen|gestiegen|steigt|stieg|stiegen|steigen|anstieg|zunahme|zugenommen|gesunken|sinkt|sank|sanken|sinken|rückgang|zurückgegangen|gefallen|fällt|fiel|fielen|eingebrochen|einbruch|veränderung|verändert|änderung|geändert|abgenommen|abnahme',
    level: 'so hoch|niedrig; hoch|niedrig|höher|niedriger; mehr|weniger|besser|schlechter',
    all_time: 'insgesamt; aller zeiten; seit beginn; jemals; über die gesamte zeit',
    follow:
      'und; und was ist mit; was ist mit; wie wäre es mit; und wie; das gleiche|selbe für; dasselbe für|mit; und für|in|im|nach; jetzt; dann; wie ist es mit|in|bei; und bei',
    add: 'auch|zusätzlich|ergänze|außerdem|ebenfalls|dazu|hinzufügen|plus; auch noch; und auch',
    replace:
      'stattdessen|lieber|statt|anstatt; ändere auf|zu; wechsle zu; ersetze durch; mach daraus; mach',
    remove: 'entferne|entfernen|lösche|streiche|weg|zurücksetzen; ohne; alle; für alle',
    breakdown_word: 'aufteilung|aufschlüsselung|gruppierung',
    filter_word:
      'filter|einschränkung|bedingung|vergleich|aufteilung|aufschlüsselung|sortierung|begrenzung|zeitfilter|länderfilter',
    undo: 'zurück|rückgängig|undo; mach das rückgängig; einen schritt zurück; rückgängig machen',
    correct:
      'nein|falsch|sorry|eigentlich; ich meinte|meine; nein , ich meinte|meine; gemeint war|waren; nicht das',
    chart_line: 'als liniendiagramm|linie|linienchart|kurve',
    chart_bar: 'als balkendiagramm|säulendiagramm|balken|säulen',
    chart_table: 'als tabelle; tabellarisch; in einer tabelle',
    aggregate:
      'durchschnitt|durchschnittlich*|mittelwert|median|maximum|minimum|standardabweichung|korrelation; mittler*; typisch*|üblich*|normalerweise|gewöhnlich*|median*',
    command_create:
      'erstelle|erstellen|anlegen|lege|lege_an|erfasse|erfassen|neue|neuer|neues|buche|aufgeben',
    command_search: 'suche|suchen|such|finde|finden|find',
    command_update:
      'aktualisiere|aktualisieren|setze|setzen|ändere|ändern|erhöhe|erhöhen|reduziere|reduzieren|korrigiere|verringere|passe',
    command_generate:
      'erstelle|erstellen|generiere|generieren|erzeuge|erzeugen|exportiere|exportieren|drucke|sende|schicke',
    command_view: 'öffne|öffnen|zeige|zeig|gehe_zu|geh_zu',
    noun_order: 'bestellung|auftrag|order',
    noun_customer: 'kunde|kunden|kundin|kundinnen',
    noun_stock: 'bestand|lagerbestand|lager|inventar|vorrat',
    noun_report: 'bericht|report|berichte|auswertung',
    noun_analytics: 'analysen|analytics|dashboard|auswertungen',
  },
  texts: {
    by: 'nach {0}',
    and: 'und',
    only: 'nur {0}',
    top: 'die {0} höchsten',
    bottom: 'die {0} niedrigsten',
    descending: 'absteigend nach {0}',
    ascending: 'aufsteigend nach {0}',
    allTime: 'gesamter Zeitraum',
    per: {
      hour: 'je Stunde',
      day: 'je Tag',
      week: 'je Woche',
      month: 'je Monat',
      quarter: 'je Quartal',
      year: 'je Jahr',
    },
    previousPeriod: 'im Vergleich zum vorigen Zeitraum ({0})',
    lastYear: 'im Vergleich zum selben Zeitraum des Vorjahres ({0})',
    versus: 'im Vergleich zu {0}',
    share: 'Anteil: {0}',
    cumulative: '{0} kumuliert',
    movingAverage: '{0} im gleitenden Durchschnitt über {1}',
    why: 'Warum sich {0} verändert hat',
    forecast: 'Prognose für {0}, nächste {1}',
    funnel: 'Trichter {0}',
    retention: 'Kundenbindung',
    anomalies: 'Auffälligkeiten: {0}',
    help: 'Was gefragt werden kann',
    whichMetric: 'Welche Kennzahl ist gemeint?',
    whichDate: 'Welches Datum ist gemeint?',
    whichMeaning: 'Was ist mit „{0}“ gemeint?',
    unknown: '„{0}“ ist mir nicht bekannt.',
    nothing: 'Ich kann Fragen beantworten zu: {0}.',
    unsupported: '„{0}“ habe ich verstanden, kann es aber nicht beantworten.',
    notJoinable: '{1} gibt es für {0} nicht.',
    assumed: {
      noTime: 'Kein Zeitraum genannt: gesamter Zeitraum.',
      lately: 'Kein Zeitraum genannt: die letzten {0} Tage.',
      readAs: '„{0}“ wurde als {1} gelesen.',
      running: 'Der laufende Zeitraum endet heute.',
      baseline: 'Verglichen mit dem vorigen Zeitraum.',
      limit: 'Keine Anzahl genannt: die ersten {0}.',
      grain: 'Kein Raster genannt: {0}.',
      metric: '„{0}“ wurde als {1} verstanden.',
      carried: 'Von vorher übernommen: {0}.',
      fiscal: 'Ein Geschäftsjahr trägt die Zahl des Jahres, in dem es endet.',
      notAdditive: '{0} lässt sich nicht über Gruppen summieren.',
      dayFirst: '„{0}“ wurde als Tag und Monat gelesen.',
      anyOf: 'Es zählt, was eines davon ist: {0}.',
      ignored: 'Nicht berücksichtigt: {0}.',
    },
    understood: '{0}. Verstanden: {1}.',
    missing: 'Es fehlt noch: {0}.',
    commands: {
      create_order: 'Bestellung anlegen',
      search_customers: 'Kunden suchen',
      update_inventory: 'Bestand ändern',
      generate_report: 'Bericht erstellen',
      view_analytics: 'Analysen öffnen',
    },
    fields: { products: 'Produkt', customers: 'Kunde', numbers: 'Menge' },
  },
};
