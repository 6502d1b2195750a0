import type { AnswerTexts } from './answer-texts.js';

export const de: AnswerTexts = {
  columns: {
    time: 'Zeit',
    before: '{metric}, vorher',
    change: '{metric}, Veränderung',
    difference: 'Differenz',
    contribution: 'Beitrag',
    share: 'Anteil: {metric}',
    cumulative: '{metric}, kumuliert',
    movingAverage: '{metric}, Mittel aus {window}',
    forecast: '{metric}, Prognose',
    low: 'Untergrenze',
    high: 'Obergrenze',
    probability: 'Wahrscheinlichkeit',
    expected: 'Erwartet',
    usualFrom: 'Üblich von',
    usualTo: 'Üblich bis',
    unusual: 'Auffällig',
  },
  tables: { whole: 'Insgesamt', by: 'Nach {dimension}', interval: 'Intervall' },
  members: {
    none: '{dimension}: ohne',
    others: 'Alle übrigen ({count})',
    othersUncounted: 'Alle übrigen',
  },
  notes: {
    noData: 'Es gibt noch keine Daten.',
    firstRows: 'Nur die ersten {count} Zeilen werden gezeigt.',
    wholeIsEverything: 'Das Ganze ist alles, unabhängig von: {dimensions}.',
    notAdditive:
      '{metric} lässt sich nicht summieren ({dimensions}): Gezeigt wird die eigene Veränderung jeder Gruppe.',
    nothingUnusual: '{metric}: Nichts weicht von Niveau, Trend und Saison ab.',
    unusual: '{count} von {all} Werten sind auffällig.',
    rose: 'Das Niveau ist um den {time} gestiegen.',
    fell: 'Das Niveau ist um den {time} gefallen.',
    finishedOnly: 'Was noch nicht abgelaufen ist, bleibt außen vor.',
    dataEnded: 'Die Daten enden dort: Die Prognose setzt am letzten Tag an.',
    noInterval: 'Wie weit die Prognose danebenliegen kann, lässt dieser Verlauf nicht erkennen.',
    heldOutSeason:
      '{count}× an zurückgehaltenen Werten geprüft: Der mittlere absolute Fehler betrug {ratio} dessen, was der Wert der vorigen Saison ergab.',
    heldOutLast:
      '{count}× an zurückgehaltenen Werten geprüft: Der mittlere absolute Fehler betrug {ratio} dessen, was der letzte Wert ergab.',
  },
  methods: {
    combination:
      'Mittel mehrerer Verfahren, gewichtet nach ihrem Abschneiden an zurückgehaltenen Werten.',
    seasons: 'Saisons herausgerechnet, der Rest als Mittel mehrerer Verfahren fortgeschrieben.',
    intermittent: 'Die meisten Zeiträume sind null: Erwartet wird eine gleichbleibende Rate.',
    last: 'Der letzte Wert gilt weiter: Der Verlauf ist für ein Modell zu kurz oder zu gleichmäßig.',
  },
  declines: {
    noMetric: 'Die Frage nennt keine Kennzahl.',
    oneMetric: 'Bitte nach einer Kennzahl auf einmal fragen.',
    noPeriod: 'Um eine Veränderung zu erklären, braucht es einen Zeitraum wie „letzte Woche“.',
    samePeriods: 'Beide Zeiträume des Vergleichs sind gleich.',
    metricCondition:
      'Bedingungen an eine Kennzahl gelten nur in Tabellen; hier hilft ein Filter, etwa ein Land.',
    notAhead: 'Eine Prognose gilt einer Zeit, die noch kommt.',
    spanTooLong: 'Auffälligkeiten werden in höchstens so viel auf einmal gesucht: {span}.',
    noParts: '{metric} ist kein Ganzes, das Anteile haben könnte.',
    anomaliesByDimension:
      'Auffällige Werte nach Gruppen werden noch nicht gesucht; ein Filter ist möglich.',
    forecastByDimension:
      'Prognosen nach Gruppen gibt es noch nicht; ein Filter ist möglich („… in Deutschland“).',
    nothingFinished: 'Es gibt noch keinen abgelaufenen Zeitraum mit Daten.',
    tooFewBuckets:
      '{metric}: Um zu sagen, was üblich ist, braucht es mindestens acht abgelaufene Zeiträume.',
    notComputable: '{metric} lässt sich aus diesen Werten nicht berechnen.',
    horizonTooLong: 'Prognosen reichen höchstens so weit voraus: {span}.',
    runningNotAdditive:
      '{metric} lässt sich nicht über die Zeit summieren: Für kumulierte Werte bitte je Tag, Woche oder Monat eines Zeitraums fragen.',
    runningTooLong: '{metric} wird über höchstens {count} Abschnitte kumuliert.',
    retainedMetric: 'Wiederkehr gibt es von Kunden und ihrem Umsatz, nicht von anderen Kennzahlen.',
    notRanked:
      'Die niedrigsten innerhalb von Gruppen und was sich am wenigsten änderte gibt es hier nicht.',
  },
};
