import type { AnalyticsAnswers } from './answers.js';
import { day, figure, type Language, tableOf, words } from './table.js';

type Of<Id extends keyof AnalyticsAnswers> = AnalyticsAnswers[Id];

const people = { en: 'People', de: 'Personen' };
const period = { en: 'Period', de: 'Zeitraum' };

/** Steps with what was lost between them; groups as columns of their own where there are some. */
export function funnelTable({ steps, breakdown }: Of<'funnels.run'>, language: Language) {
  const groups = breakdown === null ? [] : [...breakdown.groups];
  return tableOf(
    steps,
    [
      figure('step', { en: 'Step', de: 'Schritt' }, 'count', ({ number }) => number),
      words('label', { en: 'What', de: 'Was' }, ({ label }) => label),
      figure('people', people, 'count', (step) => step.people),
      figure(
        'share_of_start',
        { en: 'Share of the first', de: 'Anteil am ersten' },
        'ratio',
        (step) => step.share_of_start,
      ),
      figure(
        'share_of_previous',
        { en: 'Share of the step before', de: 'Anteil am Schritt davor' },
        'ratio',
        (step) => step.share_of_previous,
      ),
      figure('dropped', { en: 'Dropped off', de: 'Abgesprungen' }, 'count', (step) => step.dropped),
      figure(
        'median_seconds',
        { en: 'Median, seconds', de: 'Median, Sekunden' },
        'number',
        ({ time }) => time?.p50,
      ),
      figure(
        'people_previous',
        { en: 'People before', de: 'Personen zuvor' },
        'count',
        ({ previous }) => previous?.people,
      ),
      ...groups.map((group, index) =>
        figure<(typeof steps)[number]>(
          `group_${index + 1}`,
          String(group.value ?? '—'),
          'count',
          ({ number }) => group.people[number - 1],
        ),
      ),
    ],
    language,
  );
}

/** A row for each cohort and period later: long, as programs like it. */
export function retentionTable({ groups, breakdown }: Of<'retention.run'>, language: Language) {
  const rows = groups.flatMap((group) =>
    group.cohorts.flatMap((cohort) => cohort.cells.map((cell) => ({ group, cohort, cell }))),
  );
  return tableOf(
    rows,
    [
      ...(breakdown === null
        ? []
        : [words<(typeof rows)[number]>('group', breakdown.label, ({ group }) => group.label)]),
      day('cohort', { en: 'Cohort', de: 'Kohorte' }, ({ cohort }) => cohort.cohort),
      figure('size', { en: 'Size', de: 'Größe' }, 'count', ({ cohort }) => cohort.customers),
      figure(
        'later',
        { en: 'Periods later', de: 'Zeiträume später' },
        'count',
        (r) => r.cell.period,
      ),
      figure(
        'customers',
        { en: 'Came back', de: 'Kamen wieder' },
        'count',
        (r) => r.cell.customers,
      ),
      figure('share', { en: 'Share', de: 'Anteil' }, 'ratio', (r) => r.cell.share),
      figure('revenue', { en: 'Revenue', de: 'Umsatz' }, 'currency', (r) => r.cell.revenue),
      words('complete', { en: 'Over', de: 'Vorüber' }, (r) => r.cell.complete),
    ],
    language,
  );
}

export function lifecycleTable({ periods }: Of<'lifecycle.run'>, language: Language) {
  return tableOf(
    periods,
    [
      day('period', period, (row) => row.period),
      figure('new', { en: 'New', de: 'Neu' }, 'count', (row) => row.new),
      figure('returning', { en: 'Returning', de: 'Wiederkehrend' }, 'count', (r) => r.returning),
      figure('resurrecting', { en: 'Back again', de: 'Zurück' }, 'count', (r) => r.resurrecting),
      figure('dormant', { en: 'Stayed away', de: 'Ausgeblieben' }, 'count', (r) => r.dormant),
    ],
    language,
  );
}

export function stickinessTable({ periods }: Of<'stickiness.run'>, language: Language) {
  return tableOf(
    periods,
    [
      day('period', period, (row) => row.period),
      figure('active', people, 'count', (row) => row.active),
      figure('ratio', { en: 'Share', de: 'Anteil' }, 'ratio', (row) => row.ratio),
      figure('mean_units', { en: 'Mean', de: 'Mittel' }, 'number', (row) => row.mean_units),
    ],
    language,
  );
}

export function repeatsTable({ cohorts }: Of<'repeat_purchases.run'>, language: Language) {
  const [first] = cohorts;
  return tableOf(
    cohorts,
    [
      day('month', { en: 'First order in', de: 'Erste Bestellung im' }, ({ month }) => month),
      figure('customers', people, 'count', ({ customers }) => customers),
      figure(
        'again',
        { en: 'Ordered again', de: 'Bestellten wieder' },
        'count',
        (row) => row.again,
      ),
      ...(first?.rates ?? []).map(({ within_days: days }, index) =>
        figure<(typeof cohorts)[number]>(
          `within_${days}`,
          { en: `Within ${days} days`, de: `Binnen ${days} Tagen` },
          'ratio',
          ({ rates }) => rates[index]?.rate,
        ),
      ),
    ],
    language,
  );
}

export function basketsTable({ pairs }: Of<'baskets.run'>, language: Language) {
  return tableOf(
    pairs,
    [
      words('one', { en: 'One', de: 'Eines' }, ({ one }) => one.label ?? one.id),
      words('other', { en: 'With', de: 'Mit' }, ({ other }) => other.label ?? other.id),
      figure('together', { en: 'Baskets', de: 'Körbe' }, 'count', (pair) => pair.together),
      figure('lift', 'Lift', 'number', (pair) => pair.lift),
      figure('lift_lower', { en: 'Lift, from', de: 'Lift, von' }, 'number', (p) => p.lift_lower),
      figure('lift_upper', { en: 'Lift, to', de: 'Lift, bis' }, 'number', (p) => p.lift_upper),
      figure('support', 'Support', 'ratio', (pair) => pair.support),
    ],
    language,
  );
}
