import type { AnswerTexts } from './answer-texts.js';

export const fr: AnswerTexts = {
  columns: {
    time: 'Période',
    before: '{metric}, avant',
    change: '{metric}, variation',
    difference: 'Différence',
    contribution: 'Part de la variation',
    share: 'Part : {metric}',
    cumulative: '{metric}, cumul',
    movingAverage: '{metric}, moyenne de {window}',
    forecast: '{metric}, prévision',
    low: 'Borne basse',
    high: 'Borne haute',
    probability: 'Probabilité',
    expected: 'Attendu',
    usualFrom: 'Habituel à partir de',
    usualTo: 'Habituel jusqu’à',
    unusual: 'Inhabituel',
  },
  tables: { whole: 'Au total', by: 'Par {dimension}', interval: 'Intervalle' },
  members: {
    none: '{dimension} : aucun',
    others: 'Tous les autres ({count})',
    othersUncounted: 'Tous les autres',
  },
  notes: {
    noData: 'Il n’y a pas encore de données.',
    firstRows: 'Seules les {count} premières lignes sont affichées.',
    wholeIsEverything: 'Le total couvre tout, sans distinction de : {dimensions}.',
    notAdditive:
      '{metric} ne s’additionne pas ({dimensions}) : la variation propre à chaque groupe est affichée.',
    nothingUnusual: '{metric} : rien ne s’écarte du niveau, de la tendance et de la saison.',
    unusual: '{count} valeurs sur {all} sortent de l’ordinaire.',
    rose: 'Le niveau a monté vers le {time}.',
    fell: 'Le niveau a baissé vers le {time}.',
    finishedOnly: 'Ce qui n’est pas terminé est laissé de côté.',
    dataEnded: 'Les données s’arrêtent là : la prévision part de leur dernier jour.',
    noInterval: 'Cet historique ne permet pas de dire de combien la prévision peut s’écarter.',
    heldOutSeason:
      'Testé {count}× sur des valeurs mises de côté : l’erreur absolue moyenne valait {ratio} de celle de la valeur de la saison précédente.',
    heldOutLast:
      'Testé {count}× sur des valeurs mises de côté : l’erreur absolue moyenne valait {ratio} de celle de la dernière valeur.',
  },
  methods: {
    combination:
      'Moyenne de plusieurs méthodes, pondérées par leurs résultats sur des valeurs mises de côté.',
    seasons: 'Saisons retirées, le reste prévu par la moyenne de plusieurs méthodes.',
    intermittent: 'La plupart des périodes sont à zéro : un rythme constant est attendu.',
    last: 'La dernière valeur est conservée : l’historique est trop court ou trop régulier pour un modèle.',
  },
  declines: {
    noMetric: 'La question ne nomme aucun indicateur.',
    oneMetric: 'Merci de demander un seul indicateur à la fois.',
    noPeriod: 'Pour expliquer une variation, il faut une période, comme « la semaine dernière ».',
    samePeriods: 'Les deux périodes de la comparaison sont les mêmes.',
    metricCondition:
      'Les conditions sur un indicateur ne valent que dans les tableaux ; utilisez ici un filtre, par exemple un pays.',
    notAhead: 'Une prévision porte sur une période à venir.',
    spanTooLong: 'Les valeurs inhabituelles sont cherchées au plus sur : {span}.',
    noParts: '{metric} n’est pas un total qui pourrait avoir des parts.',
    anomaliesByDimension:
      'Les valeurs inhabituelles par groupe ne sont pas encore recherchées ; un filtre est possible.',
    forecastByDimension:
      'Les prévisions par groupe n’existent pas encore ; un filtre est possible (« … en Allemagne »).',
    nothingFinished: 'Il n’y a pas encore de période terminée avec des données.',
    tooFewBuckets:
      '{metric} : il faut au moins huit périodes terminées pour dire ce qui est habituel.',
    notComputable: '{metric} ne peut pas être calculé à partir de ces valeurs.',
    horizonTooLong: 'Les prévisions vont au plus aussi loin : {span}.',
    runningNotAdditive:
      '{metric} ne s’additionne pas dans le temps : pour un cumul, demandez par jour, semaine ou mois d’une période.',
    runningTooLong: 'Un cumul ({metric}) compte au plus {count} intervalles.',
    retainedMetric:
      'La rétention porte sur les clients et leur chiffre d’affaires, pas sur d’autres mesures.',
    notRanked:
      'Les plus faibles de chaque groupe, ou ce qui a le moins changé, ne sont pas disponibles.',
  },
};
