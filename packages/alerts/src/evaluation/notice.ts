import type { Notice } from '@olympus/delivery';
import type { Definition } from '../definition/definition.js';
import type { Zone } from '../reading/windows.js';
import { changeOf } from '../rules/judge.js';
import type { Observation } from '../rules/observation.js';
import type { Firing } from '../store/firing-store.js';
import { type MessageTexts, textsOf } from './texts.js';
import { viewPath } from './view-path.js';
import type { Why } from './why.js';

/** How figures of a tenant are written. */
export interface Wording {
  readonly locale: string;
  readonly currency: string;
  readonly unit: string;
  readonly zone: Zone;
}

/** Groups that a message names. */
const named = 3;

/** A figure as people of the tenant write it. */
export function figure({ locale, currency, unit }: Wording, value: number | null): string {
  if (value === null) return '—';
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  if (unit === 'currency') return format({ style: 'currency', currency, maximumFractionDigits: 2 });
  if (unit === 'ratio') return format({ style: 'percent', maximumFractionDigits: 1 });
  return format({ maximumFractionDigits: 2 });
}

const moment = ({ locale, zone }: Wording, ms: number): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone.timeZone,
  }).format(ms);

/** In a few words what broke the rule: "312 in the day, below 500". */
export function whatHappened(
  { rule, window }: Pick<Definition, 'rule' | 'window'>,
  observed: Observation | undefined,
  wording: Wording,
  texts: MessageTexts = textsOf(wording.locale),
): string {
  const write = (value: number | null) => figure(wording, value);
  const value = observed?.value ?? null;
  const reference = observed?.reference ?? null;
  switch (rule.kind) {
    case 'threshold':
      return texts[rule.direction](write(value), write(rule.level), texts.windows[window]);
    case 'change': {
      const change = changeOf(rule, value, reference);
      const percent = new Intl.NumberFormat(wording.locale, { maximumFractionDigits: 0 });
      const size = change === null ? rule.size : Math.abs(change);
      const text = rule.as === 'percent' ? `${percent.format(size)} %` : write(size);
      const tell = rule.direction === 'up' ? texts.rose : texts.fell;
      return tell(text, texts.against[rule.against], write(value), write(reference));
    }
    case 'band':
      return texts.outside(
        write(value),
        write(observed?.low ?? null),
        write(observed?.high ?? null),
      );
    case 'no_data':
      return texts.noData(rule.minutes);
    case 'pace':
      return texts.behind(write(value === null ? null : Math.abs(value)));
    case 'new_value':
      return texts.appeared(observed?.key ?? '');
  }
}

/** The sentences that say why. */
export function whyLines(why: Why | null, wording: Wording): readonly string[] {
  if (why === null) return [];
  const texts = textsOf(wording.locale);
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${figure(wording, Math.abs(value))}`;
  const drivers = why.drivers.map(
    ({ dimension_label: label, value, contribution }) =>
      `${label} ${value ?? texts.unknown} (${signed(contribution)})`,
  );
  const nearby = why.context.map(({ name, at }) => (at === null ? name : `${name} (${at})`));
  return [
    ...(why.previous === null
      ? []
      : [
          texts.compared(
            why.compared.from,
            figure(wording, why.current),
            figure(wording, why.previous),
          ),
        ]),
    ...(drivers.length === 0 ? [] : [texts.drivers(drivers.join(', '))]),
    ...(nearby.length === 0 ? [] : [texts.nearby(nearby.join(', '))]),
    why.earlier === 0 ? texts.first : texts.earlier(why.earlier),
  ];
}

export type Occasion = 'begins' | 'ends' | 'escalates';

/** What people are told of a firing. */
export function noticeOf(
  definition: Definition,
  firing: Firing,
  occasion: Occasion,
  wording: Wording,
  atMs: number,
): Notice {
  const texts = textsOf(wording.locale);
  const { groups } = firing;
  const lines = groups.slice(0, named).map((group) => {
    const told = whatHappened(definition, group, wording, texts);
    return group.key === '' || definition.rule.kind === 'new_value'
      ? told
      : `${group.key}: ${told}`;
  });
  const rest = groups.length - named;
  const facts = [
    { label: texts.facts.window, value: moment(wording, firing.windowToMs) },
    ...(firing.why?.data_through
      ? [{ label: texts.facts.data, value: moment(wording, Date.parse(firing.why.data_through)) }]
      : []),
    ...(definition.owner === '' ? [] : [{ label: texts.facts.owner, value: definition.owner }]),
  ];
  const minutes = Math.max(1, Math.round((atMs - firing.startedAtMs) / 60_000));
  const thread = `alert:${firing.alertId}:firing:${firing.number}`;
  const said = [
    ...lines,
    ...(rest > 0 ? [texts.more(rest)] : []),
    ...whyLines(firing.why, wording),
  ];
  const [first = ''] = lines;
  const title = occasion === 'ends' ? texts.over(definition.name) : `${definition.name}: ${first}`;
  return {
    cause: occasion === 'begins' ? thread : `${thread}:${occasion}`,
    thread,
    severity: occasion === 'ends' ? 'info' : definition.severity,
    title: title.slice(0, 200),
    lines:
      occasion === 'ends'
        ? [texts.lasted(minutes)]
        : occasion === 'escalates'
          ? [texts.escalated(minutes), ...said]
          : said,
    facts,
    path:
      occasion === 'ends'
        ? `/alerts/${firing.alertId}`
        : viewPath(definition, wording.zone, firing),
    at: new Date(atMs),
  };
}
