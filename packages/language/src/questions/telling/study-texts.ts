import type { Catalogue } from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import type { FrameRanking, StudyFrame } from '../frame/frame.js';
import type { StudyCondition } from '../studies/study.js';
import { fill, filterText, labelOf, operatorSigns, timeText } from './labels.js';

/** What studies are called; `{0}` is filled in. */
interface StudyTexts {
  readonly retention: Readonly<Record<'back' | 'lost' | 'revenue', string>>;
  readonly repeats: Readonly<Record<'rate' | 'once' | 'interval', string>>;
  readonly funnel: Readonly<Record<'steps' | 'dropped', string>>;
  readonly within: string;
  /** Whose time a study's is. */
  readonly firstOrder: string;
  readonly lastDays: string;
  readonly people: string;
  readonly peopleCount: string;
  readonly highest: string;
  readonly lowest: string;
  readonly first: string;
  readonly segments: string;
  readonly baskets: string;
  readonly basketsWith: string;
  readonly orders: string;
  readonly ordersCount: string;
  readonly latest: string;
  readonly goals: string;
  readonly rose: string;
  readonly fell: string;
  readonly inside: string;
}

const en: StudyTexts = {
  retention: {
    back: 'Customers who came back, by when they first ordered',
    lost: 'Customers who did not come back, by when they first ordered',
    revenue: 'Revenue of customers, by when they first ordered',
  },
  repeats: {
    rate: 'Customers who ordered a second time',
    once: 'Customers who did not order a second time',
    interval: 'Days from one order of a customer to the next',
  },
  funnel: { steps: 'Funnel {0}', dropped: 'Who does not go on: {0}' },
  within: 'within {0} days',
  firstOrder: 'first order: {0}',
  lastDays: 'the last 28 days',
  people: 'Customers',
  peopleCount: 'How many customers',
  highest: 'highest {0} first',
  lowest: 'lowest {0} first',
  first: 'the first {0}',
  segments: 'Customers by recency, frequency and money (RFM)',
  baskets: 'What is bought together',
  basketsWith: 'What is bought together with {0}',
  orders: 'Orders by {0}',
  ordersCount: 'How many orders: {0}',
  latest: 'latest first',
  goals: 'How targets stand',
  rose: 'those that rose most first',
  fell: 'those that fell most first',
  inside: 'inside each {0}',
};

const de: StudyTexts = {
  retention: {
    back: 'Kunden, die wiederkamen, nach dem Zeitpunkt ihrer ersten Bestellung',
    lost: 'Kunden, die nicht wiederkamen, nach dem Zeitpunkt ihrer ersten Bestellung',
    revenue: 'Umsatz von Kunden, nach dem Zeitpunkt ihrer ersten Bestellung',
  },
  repeats: {
    rate: 'Kunden, die ein zweites Mal bestellten',
    once: 'Kunden, die kein zweites Mal bestellten',
    interval: 'Tage von einer Bestellung eines Kunden zur nächsten',
  },
  funnel: { steps: 'Trichter {0}', dropped: 'Wer nicht weitergeht: {0}' },
  within: 'binnen {0} Tagen',
  firstOrder: 'erste Bestellung: {0}',
  lastDays: 'die letzten 28 Tage',
  people: 'Kunden',
  peopleCount: 'Wie viele Kunden',
  highest: '{0} absteigend',
  lowest: '{0} aufsteigend',
  first: 'die ersten {0}',
  segments: 'Kunden nach Aktualität, Häufigkeit und Geld (RFM)',
  baskets: 'Was zusammen gekauft wird',
  basketsWith: 'Was zusammen gekauft wird mit {0}',
  orders: 'Bestellungen nach {0}',
  ordersCount: 'Wie viele Bestellungen: {0}',
  latest: 'neueste zuerst',
  goals: 'Wie Ziele stehen',
  rose: 'am stärksten gestiegene zuerst',
  fell: 'am stärksten gefallene zuerst',
  inside: 'je {0}',
};

const textsIn = (language: QuestionLanguage): StudyTexts => (language === 'de' ? de : en);

/** Which groups are named, in words; undefined for the usual first of all. */
export function rankingText(
  ranking: FrameRanking | null | undefined,
  catalogue: Catalogue,
  language: QuestionLanguage,
): string | undefined {
  if (ranking === null || ranking === undefined) return undefined;
  const texts = textsIn(language);
  const how = { value: undefined, rise: texts.rose, fall: texts.fell }[ranking.by];
  const inside =
    ranking.per === null ? undefined : fill(texts.inside, labelOf(catalogue, ranking.per));
  const parts = [how, inside].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** What a study asks, in one line of the question's language. */
export function studyText(
  frame: StudyFrame,
  catalogue: Catalogue,
  language: QuestionLanguage,
): string {
  const texts = textsIn(language);
  const { allTime, by, per } = locales[language].texts;
  const { study, time } = frame;
  const parts = partsOf(frame, catalogue, texts);
  for (const dimension of frame.dimensions) parts.push(fill(by, labelOf(catalogue, dimension)));
  if (frame.grain !== null) parts.push(per[frame.grain]);
  for (const filter of frame.filters) parts.push(filterText(catalogue, filter));
  const begins = study.kind === 'retention' || study.kind === 'repeats';
  const timed = time === null ? undefined : timeText(time);
  switch (study.kind) {
    case 'goals':
    case 'segments':
      break;
    case 'funnel':
      parts.push(timed ?? texts.lastDays);
      break;
    default:
      if (timed === undefined) parts.push(allTime);
      else
        parts.push(
          begins && study.kind !== 'retention' && study.shown !== 'interval'
            ? fill(texts.firstOrder, timed)
            : timed,
        );
  }
  return parts.join(', ');
}

function partsOf({ study }: StudyFrame, catalogue: Catalogue, texts: StudyTexts): string[] {
  const thing = (group: 'acts' | 'columns' | 'goals', name: string) =>
    catalogue.studies?.[group].find((one) => one.name === name)?.label ?? name;
  switch (study.kind) {
    case 'retention':
      return [texts.retention[study.measure === 'revenue' ? 'revenue' : study.shown]];
    case 'repeats':
      return [texts.repeats[study.shown], ...withinText(study.within, texts)];
    case 'funnel': {
      const steps = study.steps.map((step) => thing('acts', step)).join(' → ');
      return [fill(texts.funnel[study.shown], steps), ...withinText(study.within, texts)];
    }
    case 'people': {
      const { order, limit } = study;
      const conditions = study.conditions.map((one) => conditionText(one, catalogue));
      const ordered = fill(
        order.direction === 'asc' ? texts.lowest : texts.highest,
        thing('columns', order.by),
      );
      return study.shown === 'count'
        ? [texts.peopleCount, ...conditions]
        : [
            texts.people,
            ...conditions,
            ordered,
            ...(limit === null ? [] : [fill(texts.first, String(limit))]),
          ];
    }
    case 'segments':
      return [texts.segments];
    case 'baskets':
      return [study.focus === null ? texts.baskets : fill(texts.basketsWith, study.focus)];
    case 'orders': {
      const metric = labelOf(catalogue, study.metric);
      const { conditions, limit } = study;
      return [
        fill(study.shown === 'count' ? texts.ordersCount : texts.orders, metric),
        ...conditions.map(({ operator, value }) => `${metric} ${operatorSigns[operator]} ${value}`),
        ...(study.order === 'time' ? [texts.latest] : []),
        ...(limit === null ? [] : [fill(texts.first, String(limit))]),
      ];
    }
    case 'goals':
      return [
        study.goals.length === 0
          ? texts.goals
          : `${texts.goals}: ${study.goals.map((goal) => thing('goals', goal)).join(', ')}`,
      ];
    default:
      throw new Error(`unknown study ${String(study satisfies never)}`);
  }
}

const withinText = (within: number | null, texts: StudyTexts): string[] =>
  within === null ? [] : [fill(texts.within, String(within))];

/** A condition in short: `Orders > 5`; a segment by its name. */
function conditionText(
  { column, operator, values }: StudyCondition,
  { studies }: Catalogue,
): string {
  const label = studies?.columns.find(({ name }) => name === column)?.label ?? column;
  const named = values.map(
    (value) =>
      studies?.segments.find(
        (segment) => segment.column === column && segment.name.endsWith(`:${value}`),
      )?.label ?? String(value),
  );
  return `${label} ${operatorSigns[operator]} ${named.join(', ')}`;
}
