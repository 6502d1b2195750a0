import type { AnswerTexts } from './answer-texts.js';

export const nl: AnswerTexts = {
  columns: {
    time: 'Tijd',
    before: '{metric}, eerder',
    change: '{metric}, verandering',
    difference: 'Verschil',
    contribution: 'Bijdrage',
    share: 'Aandeel: {metric}',
    cumulative: '{metric}, cumulatief',
    movingAverage: '{metric}, gemiddelde van {window}',
    forecast: '{metric}, prognose',
    low: 'Ondergrens',
    high: 'Bovengrens',
    probability: 'Kans',
    expected: 'Verwacht',
    usualFrom: 'Gebruikelijk vanaf',
    usualTo: 'Gebruikelijk tot',
    unusual: 'Opvallend',
  },
  tables: { whole: 'In totaal', by: 'Per {dimension}', interval: 'Interval' },
  members: {
    none: '{dimension}: geen',
    others: 'Alle overige ({count})',
    othersUncounted: 'Alle overige',
  },
  notes: {
    noData: 'Er zijn nog geen gegevens.',
    firstRows: 'Alleen de eerste {count} rijen worden getoond.',
    wholeIsEverything: 'Het geheel is alles, ongeacht: {dimensions}.',
    notAdditive:
      '{metric} is niet op te tellen ({dimensions}): getoond wordt de eigen verandering van elke groep.',
    nothingUnusual: '{metric}: niets wijkt af van niveau, trend en seizoen.',
    unusual: '{count} van {all} waarden vallen op.',
    rose: 'Het niveau steeg rond {time}.',
    fell: 'Het niveau daalde rond {time}.',
    finishedOnly: 'Wat nog niet voorbij is, is weggelaten.',
    dataEnded: 'De gegevens houden daar op: de prognose gaat verder vanaf de laatste dag.',
    noInterval: 'Hoe ver de prognose ernaast kan zitten, is uit dit verloop niet op te maken.',
    heldOutSeason:
      '{count}× getoetst op achtergehouden waarden: de gemiddelde absolute fout was {ratio} van die van de waarde een seizoen eerder.',
    heldOutLast:
      '{count}× getoetst op achtergehouden waarden: de gemiddelde absolute fout was {ratio} van die van de laatste waarde.',
  },
  methods: {
    combination:
      'Gemiddelde van meerdere methoden, gewogen naar hun resultaat op achtergehouden waarden.',
    seasons: 'Seizoenen eruit gehaald, de rest voorspeld met het gemiddelde van meerdere methoden.',
    intermittent: 'De meeste perioden zijn nul: verwacht wordt een gelijkblijvend tempo.',
    last: 'De laatste waarde blijft gelden: het verloop is te kort of te gelijkmatig voor een model.',
  },
  declines: {
    noMetric: 'De vraag noemt geen maatstaf.',
    oneMetric: 'Vraag naar één maatstaf tegelijk.',
    noPeriod: 'Om een verandering te verklaren is een periode nodig, zoals ‘vorige week’.',
    samePeriods: 'Beide perioden van de vergelijking zijn gelijk.',
    metricCondition:
      'Voorwaarden aan een metriek gelden alleen in tabellen; gebruik hier een filter, zoals een land.',
    notAhead: 'Een prognose gaat over een tijd die nog komt.',
    spanTooLong: 'Ongewone waarden worden in hooguit zo veel tegelijk gezocht: {span}.',
    noParts: '{metric} is geen geheel dat aandelen kan hebben.',
    anomaliesByDimension:
      'Naar opvallende waarden per groep wordt nog niet gezocht; een filter kan wel.',
    forecastByDimension:
      'Prognoses per groep zijn er nog niet; een filter kan wel (‘… in Duitsland’).',
    nothingFinished: 'Er is nog geen afgelopen periode met gegevens.',
    tooFewBuckets:
      '{metric}: er zijn minstens acht afgelopen perioden nodig om te zeggen wat gebruikelijk is.',
    notComputable: '{metric} is uit deze waarden niet te berekenen.',
    horizonTooLong: 'Prognoses reiken hooguit zo ver vooruit: {span}.',
    runningNotAdditive:
      '{metric} is niet op te tellen in de tijd: vraag voor het cumulatieve verloop per dag, week of maand van een periode.',
    runningTooLong: 'Een cumulatief verloop ({metric}) heeft hooguit {count} stappen.',
    retainedMetric: 'Retentie gaat over klanten en hun omzet, niet over andere maten.',
    notRanked:
      'Lijsten van de laagste binnen groepen, of van wat het minst veranderde, zijn er niet.',
  },
};
