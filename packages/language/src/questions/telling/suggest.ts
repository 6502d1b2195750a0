import type { Catalogue } from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import { fold, tokenise } from '../../text/index.js';
import { fill } from './labels.js';

/** A completion: `text` replaces the question from offset `from` on. */
export interface Suggestion {
  readonly text: string;
  readonly from: number;
  readonly kind: 'metric' | 'dimension' | 'value' | 'event' | 'time';
}

/** Periods as people type them, in each language. */
export const periods: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  en: [
    'today',
    'yesterday',
    'this week',
    'last week',
    'this month',
    'last month',
    'last 30 days',
    'last quarter',
    'year to date',
    'last year',
  ],
  de: [
    'heute',
    'gestern',
    'diese Woche',
    'letzte Woche',
    'diesen Monat',
    'letzten Monat',
    'letzte 30 Tage',
    'letztes Quartal',
    'seit Jahresbeginn',
    'letztes Jahr',
  ],
  fr: [
    "aujourd'hui",
    'hier',
    'cette semaine',
    'la semaine dernière',
    'ce mois-ci',
    'le mois dernier',
    'les 30 derniers jours',
    'le trimestre dernier',
    "depuis le début de l'année",
    "l'année dernière",
  ],
  es: [
    'hoy',
    'ayer',
    'esta semana',
    'la semana pasada',
    'este mes',
    'el mes pasado',
    'últimos 30 días',
    'el trimestre pasado',
    'en lo que va del año',
    'el año pasado',
  ],
  pt: [
    'hoje',
    'ontem',
    'esta semana',
    'na semana passada',
    'este mês',
    'no mês passado',
    'últimos 30 dias',
    'no trimestre passado',
    'desde o início do ano',
    'no ano passado',
  ],
  it: [
    'oggi',
    'ieri',
    'questa settimana',
    'la settimana scorsa',
    'questo mese',
    'il mese scorso',
    'ultimi 30 giorni',
    'il trimestre scorso',
    "dall'inizio dell'anno",
    "l'anno scorso",
  ],
  nl: [
    'vandaag',
    'gisteren',
    'deze week',
    'vorige week',
    'deze maand',
    'vorige maand',
    'laatste 30 dagen',
    'vorig kwartaal',
    'sinds het begin van het jaar',
    'vorig jaar',
  ],
  ja: ['今日', '昨日', '今週', '先週', '今月', '先月', '過去30日間', '今年', '去年'],
  zh: ['今天', '昨天', '本周', '上周', '本月', '上个月', '过去30天', '今年', '去年'],
};

/** A name in the question's language where the catalogue has one. */
export function spoken(
  entry: { readonly label: string; readonly synonyms?: Catalogue['metrics'][number]['synonyms'] },
  language: QuestionLanguage,
): string {
  return language === 'en' ? entry.label : (entry.synonyms?.[language]?.[0] ?? entry.label);
}

/** Completes the word or phrase being typed with names, values and periods; with nothing typed, starts a question. */
export function suggestCompletions(
  prefix: string,
  catalogue: Catalogue,
  language: QuestionLanguage,
): Suggestion[] {
  const candidates: { text: string; kind: Suggestion['kind'] }[] = [
    ...catalogue.metrics.map((m) => ({ text: spoken(m, language), kind: 'metric' as const })),
    ...catalogue.dimensions.map((d) => ({ text: spoken(d, language), kind: 'dimension' as const })),
    ...(periods[language] ?? []).map((text) => ({ text, kind: 'time' as const })),
    ...catalogue.dimensions.flatMap((d) =>
      (d.values ?? []).slice(0, 200).map((text) => ({ text, kind: 'value' as const })),
    ),
    ...(catalogue.events ?? []).map((e) => ({ text: e.label, kind: 'event' as const })),
  ];
  const tokens = tokenise(prefix);
  const ended = prefix === '' || /\s$/.test(prefix);
  if (tokens.length === 0)
    return candidates
      .filter((c) => c.kind === 'metric')
      .slice(0, 8)
      .map((c) => ({ ...c, from: prefix.length }));
  const said = fold(prefix);
  const hasMetric = catalogue.metrics.some((m) =>
    [m.label, ...(m.synonyms?.[language] ?? [])].some((name) => said.includes(fold(name))),
  );
  if (ended) {
    if (!hasMetric)
      return candidates
        .filter((c) => c.kind === 'metric')
        .slice(0, 8)
        .map((c) => ({ ...c, from: prefix.length }));
    const by = locales[language].texts.by;
    const breakdowns = catalogue.dimensions
      .filter((d) => !said.includes(fold(d.label)))
      .slice(0, 4)
      .map((d) => ({ text: fill(by, spoken(d, language)), kind: 'dimension' as const }));
    return [...candidates.filter((c) => c.kind === 'time').slice(0, 4), ...breakdowns].map((c) => ({
      ...c,
      from: prefix.length,
    }));
  }
  const found: (Suggestion & { score: number })[] = [];
  const order = hasMetric
    ? { dimension: 0, time: 1, value: 2, metric: 3, event: 4 }
    : { metric: 0, dimension: 1, value: 2, time: 3, event: 4 };
  for (let back = 1; back <= Math.min(3, tokens.length); back++) {
    const start = tokens[tokens.length - back];
    if (start === undefined || start.kind === 'punctuation') break;
    const typed = fold(prefix.slice(start.from));
    for (const { text, kind } of candidates) {
      if (
        fold(text).startsWith(typed) &&
        fold(text) !== typed &&
        !found.some((f) => f.text === text)
      )
        found.push({ text, kind, from: start.from, score: order[kind] - 10 * back });
    }
  }
  return found
    .sort((a, b) => a.score - b.score)
    .slice(0, 8)
    .map(({ text, from, kind }) => ({ text, from, kind }));
}
