import type { AnswerTexts } from './answer-texts.js';

export const es: AnswerTexts = {
  columns: {
    time: 'Periodo',
    before: '{metric}, antes',
    change: '{metric}, variación',
    difference: 'Diferencia',
    contribution: 'Contribución',
    share: 'Proporción: {metric}',
    cumulative: '{metric}, acumulado',
    movingAverage: '{metric}, media de {window}',
    forecast: '{metric}, previsión',
    low: 'Límite inferior',
    high: 'Límite superior',
    probability: 'Probabilidad',
    expected: 'Esperado',
    usualFrom: 'Habitual desde',
    usualTo: 'Habitual hasta',
    unusual: 'Inusual',
  },
  tables: { whole: 'En total', by: 'Por {dimension}', interval: 'Intervalo' },
  members: {
    none: '{dimension}: ninguno',
    others: 'Todos los demás ({count})',
    othersUncounted: 'Todos los demás',
  },
  notes: {
    noData: 'Todavía no hay datos.',
    firstRows: 'Solo se muestran las primeras {count} filas.',
    wholeIsEverything: 'El total lo abarca todo, sin distinguir: {dimensions}.',
    notAdditive:
      '{metric} no se puede sumar ({dimensions}): se muestra la variación propia de cada grupo.',
    nothingUnusual: '{metric}: nada se aparta del nivel, la tendencia y la temporada.',
    unusual: '{count} de {all} valores se salen de lo habitual.',
    rose: 'El nivel subió hacia el {time}.',
    fell: 'El nivel bajó hacia el {time}.',
    finishedOnly: 'Lo que no ha terminado se deja fuera.',
    dataEnded: 'Los datos terminan ahí: la previsión parte de su último día.',
    noInterval: 'Con este historial no se puede decir cuánto puede desviarse la previsión.',
    heldOutSeason:
      'Probado {count}× con valores reservados: su error absoluto medio fue {ratio} del que tuvo el valor de la temporada anterior.',
    heldOutLast:
      'Probado {count}× con valores reservados: su error absoluto medio fue {ratio} del que tuvo el último valor.',
  },
  methods: {
    combination: 'Media de varios métodos, ponderados según sus resultados con valores reservados.',
    seasons: 'Temporadas descontadas; el resto, previsto con la media de varios métodos.',
    intermittent: 'La mayoría de los periodos son cero: se espera un ritmo constante.',
    last: 'Se mantiene el último valor: el historial es demasiado corto o uniforme para un modelo.',
  },
  declines: {
    noMetric: 'La pregunta no nombra ninguna métrica.',
    oneMetric: 'Pregunte por una sola métrica cada vez.',
    noPeriod: 'Para explicar una variación hace falta un periodo, como «la semana pasada».',
    samePeriods: 'Los dos periodos de la comparación son iguales.',
    metricCondition:
      'Las condiciones sobre una métrica solo valen en tablas; use aquí un filtro, por ejemplo un país.',
    notAhead: 'Una previsión se refiere a un periodo futuro.',
    spanTooLong: 'Los valores inusuales se buscan como máximo en: {span}.',
    noParts: '{metric} no es un total que pueda tener partes.',
    anomaliesByDimension:
      'Todavía no se buscan valores inusuales por grupos; se puede usar un filtro.',
    forecastByDimension:
      'Todavía no hay previsiones por grupos; se puede usar un filtro («… en Alemania»).',
    nothingFinished: 'Todavía no hay ningún periodo terminado con datos.',
    tooFewBuckets:
      '{metric}: hacen falta al menos ocho periodos terminados para decir qué es habitual.',
    notComputable: '{metric} no se puede calcular a partir de estos valores.',
    horizonTooLong: 'Las previsiones llegan como máximo hasta: {span}.',
    runningNotAdditive:
      '{metric} no se puede sumar en el tiempo: para el acumulado, pregunte por día, semana o mes de un periodo.',
    runningTooLong: 'Un acumulado ({metric}) tiene como máximo {count} intervalos.',
    retainedMetric: 'La retención se da de clientes y de sus ingresos, no de otras métricas.',
    notRanked: 'No hay listas de los más bajos dentro de cada grupo ni de lo que menos cambió.',
  },
};
