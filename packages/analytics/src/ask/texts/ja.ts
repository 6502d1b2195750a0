import type { AnswerTexts } from './answer-texts.js';

export const ja: AnswerTexts = {
  columns: {
    time: '期間',
    before: '{metric}（以前）',
    change: '{metric}（変化）',
    difference: '差',
    contribution: '寄与',
    share: '{metric}の割合',
    cumulative: '{metric}（累計）',
    movingAverage: '{metric}（{window}期間の平均）',
    forecast: '{metric}（予測）',
    low: '下限',
    high: '上限',
    probability: '確率',
    expected: '期待値',
    usualFrom: '通常の下限',
    usualTo: '通常の上限',
    unusual: '異常',
  },
  tables: { whole: '全体', by: '{dimension}別', interval: '区間' },
  members: {
    none: '{dimension}なし',
    others: 'その他すべて（{count}）',
    othersUncounted: 'その他すべて',
  },
  notes: {
    noData: 'データはまだありません。',
    firstRows: '最初の{count}行のみ表示しています。',
    wholeIsEverything: '全体は次を区別しないすべてです：{dimensions}。',
    notAdditive: '{metric}は合計できません（{dimensions}）：各グループ自身の変化を示しています。',
    nothingUnusual: '{metric}：水準・傾向・季節から外れる値はありません。',
    unusual: '{all}個の値のうち{count}個が通常から外れています。',
    rose: '{time}ごろに水準が上がりました。',
    fell: '{time}ごろに水準が下がりました。',
    finishedOnly: 'まだ終わっていない期間は除いています。',
    dataEnded: 'データはそこで終わっています：予測は最後の日から続きます。',
    noInterval: 'この履歴からは、予測がどれほど外れうるか分かりません。',
    heldOutSeason:
      '取り置いた値で{count}回検証：平均絶対誤差は、一つ前の季節の値による誤差の{ratio}でした。',
    heldOutLast: '取り置いた値で{count}回検証：平均絶対誤差は、直前の値による誤差の{ratio}でした。',
  },
  methods: {
    combination: '複数の手法の平均で、取り置いた値での成績により重み付けしています。',
    seasons: '季節を取り除き、残りを複数の手法の平均で予測しています。',
    intermittent: 'ほとんどの期間がゼロのため、一定の率を見込んでいます。',
    last: '履歴がモデルには短すぎるか一定すぎるため、最後の値を保っています。',
  },
  declines: {
    noMetric: '質問に指標がありません。',
    oneMetric: '指標は一度に一つだけお尋ねください。',
    noPeriod: '変化を説明するには「先週」のような期間が必要です。',
    samePeriods: '比較する二つの期間が同じです。',
    metricCondition: '指標への条件は表でのみ使えます。ここでは国などのフィルターをお使いください。',
    notAhead: '予測できるのはこれからの期間です。',
    spanTooLong: '通常と異なる値を一度に調べられるのは最長{span}です。',
    noParts: '{metric}は割合を求められる全体ではありません。',
    anomaliesByDimension: 'グループ別の異常値にはまだ対応していません。絞り込みは可能です。',
    forecastByDimension:
      'グループ別の予測にはまだ対応していません。絞り込みは可能です（「ドイツの…」）。',
    nothingFinished: 'データのある終了した期間がまだありません。',
    tooFewBuckets: '{metric}：通常の範囲を知るには、終了した期間が少なくとも八つ必要です。',
    notComputable: '{metric}はこれらの値からは計算できません。',
    horizonTooLong: '予測できるのは最長で{span}先までです。',
    runningNotAdditive:
      '{metric}は時間で合計できません：累計は、ある期間の日別・週別・月別でお尋ねください。',
    runningTooLong: '{metric}の累計は最大{count}区間までです。',
    retainedMetric:
      'リテンションは顧客とその売上についてのみ示せます。',
    notRanked:
      'グループ内の下位や変化の最も小さいものの一覧はありません。',
  },
};
