import type { AnswerTexts } from './answer-texts.js';

export const pt: AnswerTexts = {
  columns: {
    time: 'Período',
    before: '{metric}, antes',
    change: '{metric}, variação',
    difference: 'Diferença',
    contribution: 'Contribuição',
    share: 'Parcela: {metric}',
    cumulative: '{metric}, acumulado',
    movingAverage: '{metric}, média de {window}',
    forecast: '{metric}, previsão',
    low: 'Limite inferior',
    high: 'Limite superior',
    probability: 'Probabilidade',
    expected: 'Esperado',
    usualFrom: 'Habitual desde',
    usualTo: 'Habitual até',
    unusual: 'Fora do comum',
  },
  tables: { whole: 'No total', by: 'Por {dimension}', interval: 'Intervalo' },
  members: {
    none: '{dimension}: nenhum',
    others: 'Todos os outros ({count})',
    othersUncounted: 'Todos os outros',
  },
  notes: {
    noData: 'Ainda não há dados.',
    firstRows: 'Só são mostradas as primeiras {count} linhas.',
    wholeIsEverything: 'O total abrange tudo, sem distinguir: {dimensions}.',
    notAdditive:
      '{metric} não se soma ({dimensions}): é mostrada a variação própria de cada grupo.',
    nothingUnusual: '{metric}: nada se afasta do nível, da tendência e da sazonalidade.',
    unusual: '{count} de {all} valores saem do comum.',
    rose: 'O nível subiu por volta de {time}.',
    fell: 'O nível desceu por volta de {time}.',
    finishedOnly: 'O que ainda não terminou fica de fora.',
    dataEnded: 'Os dados terminam aí: a previsão parte do último dia deles.',
    noInterval: 'Com este histórico não se pode dizer quanto a previsão pode desviar-se.',
    heldOutSeason:
      'Testado {count}× com valores reservados: o erro absoluto médio foi {ratio} do erro do valor da época anterior.',
    heldOutLast:
      'Testado {count}× com valores reservados: o erro absoluto médio foi {ratio} do erro do último valor.',
  },
  methods: {
    combination: 'Média de vários métodos, ponderados pelos resultados com valores reservados.',
    seasons: 'Sazonalidades retiradas; o resto, previsto pela média de vários métodos.',
    intermittent: 'A maioria dos períodos é zero: espera-se um ritmo constante.',
    last: 'Mantém-se o último valor: o histórico é demasiado curto ou uniforme para um modelo.',
  },
  declines: {
    noMetric: 'A pergunta não nomeia nenhuma métrica.',
    oneMetric: 'Pergunte por uma métrica de cada vez.',
    noPeriod: 'Para explicar uma variação é preciso um período, como “semana passada”.',
    samePeriods: 'Os dois períodos da comparação são iguais.',
    metricCondition:
      'Condições sobre uma métrica só valem em tabelas; use aqui um filtro, por exemplo um país.',
    notAhead: 'Uma previsão é de um período futuro.',
    spanTooLong: 'Valores incomuns são procurados no máximo em: {span}.',
    noParts: '{metric} não é um total que possa ter parcelas.',
    anomaliesByDimension:
      'Ainda não se procuram valores fora do comum por grupos; um filtro é possível.',
    forecastByDimension:
      'Ainda não há previsões por grupos; um filtro é possível (“… na Alemanha”).',
    nothingFinished: 'Ainda não há nenhum período terminado com dados.',
    tooFewBuckets:
      '{metric}: são precisos pelo menos oito períodos terminados para dizer o que é habitual.',
    notComputable: '{metric} não pode ser calculado a partir destes valores.',
    horizonTooLong: 'As previsões chegam no máximo até: {span}.',
    runningNotAdditive:
      '{metric} não se soma ao longo do tempo: para o acumulado, pergunte por dia, semana ou mês de um período.',
    runningTooLong: 'Um acumulado ({metric}) tem no máximo {count} intervalos.',
    retainedMetric: 'A retenção é de clientes e da sua receita, não de outras métricas.',
    notRanked: 'Não há listas dos mais baixos em cada grupo nem do que menos mudou.',
  },
};
