import type { Frame, FrameFilter, FrameTerm } from '@olympus/language';
import { expandTime } from './expected.js';

const signs = {
  equals: '=',
  not_equals: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: '~',
} as const;

function filtersText(filters: readonly FrameFilter[]): string {
  return filters
    .map((f) => `${f.dimension}${signs[f.operator]}${f.values.map(String).sort().join('|')}`)
    .sort()
    .join('&');
}

/** A frame in the notation of the question set; equal strings are equal frames. */
export function notation(frame: Frame): string {
  const parts = [
    `i=${frame.intent}`,
    // the metrics of a ratio are told with it
    `m=${frame.ratio === null ? frame.metrics.join(',') : ''}`,
    `d=${frame.dimensions.join(',')}`,
  ];
  parts.push(`f=${filtersText(frame.filters)}`);
  parts.push(`t=${frame.time === null ? '' : `${frame.time.from}..${frame.time.to}`}`);
  parts.push(`g=${frame.grain ?? ''}`);
  const { compare } = frame;
  parts.push(
    `c=${compare === null ? '' : compare.kind === 'range' ? `range:${compare.from}..${compare.to}` : compare.kind}`,
  );
  parts.push(
    `o=${frame.order.map((o) => `${o.direction === 'asc' ? '+' : '-'}${o.by}`).join(',')}`,
    `l=${frame.limit ?? ''}`,
  );
  parts.push(
    `h=${frame.horizon === null ? '' : `${frame.horizon.n}${frame.horizon.grain}`}`,
    `s=${frame.steps.join('>')}`,
  );
  parts.push(
    `x=${frame.transform === null ? '' : frame.transform.kind + (frame.transform.window === null ? '' : `:${frame.transform.window}`)}`,
  );
  const side = (term: FrameTerm) =>
    term.filters.length === 0 ? term.metric : `${term.metric}[${filtersText(term.filters)}]`;
  parts.push(
    `q=${frame.ratio === null ? '' : `${side(frame.ratio.numerator)}/${side(frame.ratio.denominator)}`}`,
  );
  return parts.join('; ');
}

/** The written expectation with its defaults filled in. */
export function expectation(text: string): string {
  const given = new Map(
    text.split(';').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
  const time = given.get('t') ?? '';
  const compare = given.get('c') ?? '';
  const filters = (given.get('f') ?? '').split(/&(?=\w+(?:!=|>=|<=|=|>|<))/).map((f) => {
    const match = /^(\w+?)(!=|>=|<=|=|>|<)(.*)$/.exec(f);
    return match === null
      ? f
      : `${match[1]}${match[2]}${(match[3] ?? '').split('|').sort().join('|')}`;
  });
  const window = given.get('x') ?? '';
  return [
    `i=${given.get('i') ?? 'query'}`,
    `m=${given.get('m') ?? ''}`,
    `d=${given.get('d') ?? ''}`,
    `f=${filters.sort().join('&')}`,
    `t=${time === '' ? '' : expandTime(time)}`,
    `g=${given.get('g') ?? ''}`,
    `c=${compare.startsWith('range:') ? `range:${expandTime(compare.slice(6))}` : compare}`,
    `o=${given.get('o') ?? ''}`,
    `l=${given.get('l') ?? ''}`,
    `h=${given.get('h') ?? ''}`,
    `s=${given.get('s') ?? ''}`,
    `x=${window}`,
    `q=${(given.get('q') ?? '').trim()}`,
  ].join('; ');
}

/** The parts of one notation that the other does not have. */
export function difference(a: string, b: string): string {
  const other = new Set(b.split('; '));
  return a
    .split('; ')
    .filter((part) => !other.has(part))
    .join('; ');
}
