import type { AnswerTexts } from './answer-texts.js';

export const it: AnswerTexts = {
  columns: {
    time: 'Periodo',
    before: '{metric}, prima',
    change: '{metric}, variazione',
    difference: 'Differenza',
    contribution: 'Contributo',
    share: 'Quota: {metric}',
    cumulative: '{metric}, cumulato',
    movingAverage: '{metric}, media di {window}',
    forecast: '{metric}, previsione',
    low: 'Limite inferiore',
    high: 'Limite superiore',
    probability: 'Probabilità',
    expected: 'Atteso',
    usualFrom: 'Abituale da',
    usualTo: 'Abituale fino a',
    unusual: 'Insolito',
  },
  tables: { whole: 'In totale', by: 'Per {dimension}', interval: 'Intervallo' },
  members: {
    none: '{dimension}: nessuno',
    others: 'Tutti gli altri ({count})',
    othersUncounted: 'Tutti gli altri',
  },
  notes: {
    noData: 'Non ci sono ancora dati.',
    firstRows: 'Sono mostrate solo le prime {count} righe.',
    wholeIsEverything: 'Il totale comprende tutto, senza distinguere: {dimensions}.',
    notAdditive:
      '{metric} non si può sommare ({dimensions}): è mostrata la variazione propria di ogni gruppo.',
    nothingUnusual: '{metric}: nulla si discosta da livello, tendenza e stagionalità.',
    unusual: '{count} valori su {all} sono fuori dal normale.',
    rose: 'Il livello è salito intorno al {time}.',
    fell: 'Il livello è sceso intorno al {time}.',
    finishedOnly: 'Ciò che non è concluso è escluso.',
    dataEnded: 'I dati finiscono lì: la previsione parte dal loro ultimo giorno.',
    noInterval: 'Da questi dati non si può dire di quanto la previsione possa scostarsi.',
    heldOutSeason:
      'Provato {count}× su valori tenuti da parte: l’errore assoluto medio è stato {ratio} di quello del valore della stagione precedente.',
    heldOutLast:
      'Provato {count}× su valori tenuti da parte: l’errore assoluto medio è stato {ratio} di quello dell’ultimo valore.',
  },
  methods: {
    combination: 'Media di più metodi, pesati secondo i risultati su valori tenuti da parte.',
    seasons: 'Stagionalità tolte; il resto previsto con la media di più metodi.',
    intermittent: 'La maggior parte dei periodi è a zero: si attende un ritmo costante.',
    last: 'Si mantiene l’ultimo valore: lo storico è troppo breve o uniforme per un modello.',
  },
  declines: {
    noMetric: 'La domanda non nomina alcuna metrica.',
    oneMetric: 'Chiedere una metrica alla volta.',
    noPeriod: 'Per spiegare una variazione serve un periodo, come «la settimana scorsa».',
    samePeriods: 'I due periodi del confronto sono uguali.',
    metricCondition:
      'Le condizioni su una metrica valgono solo nelle tabelle; qui usi un filtro, per esempio un paese.',
    notAhead: 'Una previsione riguarda un periodo futuro.',
    spanTooLong: 'I valori insoliti si cercano al massimo in: {span}.',
    noParts: '{metric} non è un totale che possa avere quote.',
    anomaliesByDimension:
      'I valori insoliti per gruppi non vengono ancora cercati; un filtro è possibile.',
    forecastByDimension:
      'Le previsioni per gruppi non ci sono ancora; un filtro è possibile («… in Germania»).',
    nothingFinished: 'Non c’è ancora alcun periodo concluso con dati.',
    tooFewBuckets: '{metric}: servono almeno otto periodi conclusi per dire che cosa è abituale.',
    notComputable: '{metric} non si può calcolare da questi valori.',
    horizonTooLong: 'Le previsioni arrivano al massimo a: {span}.',
    runningNotAdditive:
      '{metric} non si può sommare nel tempo: per il cumulato chiedere per giorno, settimana o mese di un periodo.',
    runningTooLong: 'Un cumulato ({metric}) ha al massimo {count} intervalli.',
    retainedMetric: 'La fidelizzazione riguarda i clienti e i loro ricavi, non altre metriche.',
    notRanked: 'Non ci sono elenchi dei più bassi di ogni gruppo o di ciò che è cambiato meno.',
  },
};
