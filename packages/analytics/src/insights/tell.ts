import type { Model } from '@olympus/semantic';
import type { Figure, FigureOrigin, Name, Told } from './insight.js';
import { textsOf } from './texts/index.js';

/** A piece of a sentence: words, a name, or a number with the cells that it comes from. */
export type SentencePart =
  | { readonly kind: 'text' | 'label'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly value: number;
      readonly origin: FigureOrigin;
      readonly cells: readonly string[];
    };

/** A sentence in parts; its text is the parts' texts one behind the other. */
export interface Sentence {
  readonly template: string;
  readonly text: string;
  readonly parts: readonly SentencePart[];
}

/** How sentences are written. */
export interface Writing {
  readonly model: Model;
  /** BCP 47; numbers and dates are written its way. */
  readonly locale: string;
  readonly currency: string;
}

/** Writes a finding as a sentence. */
export function tell({ template, places }: Told, writing: Writing): Sentence {
  const texts: Readonly<Record<string, unknown>> = { ...textsOf(writing.model.language) };
  const words = texts[template];
  if (typeof words !== 'string') throw new Error(`no text for ${template}`);
  const parts = words.split(/(\{[a-z]+\})/).flatMap((piece): readonly SentencePart[] => {
    const place = places[/^\{([a-z]+)\}$/.exec(piece)?.[1] ?? ''];
    if (place !== undefined) return [partOf(place, writing)];
    return piece === '' ? [] : [{ kind: 'text', text: piece }];
  });
  return { template, text: parts.map(({ text }) => text).join(''), parts };
}

function partOf(place: Figure | Name, writing: Writing): SentencePart {
  if (place.kind === 'figure') {
    const { value, origin, cells } = place;
    return { kind: 'figure', text: written(place, writing), value, origin, cells };
  }
  return { kind: 'label', text: nameOf(place, writing) };
}

function nameOf(name: Name, { model, locale }: Writing): string {
  switch (name.kind) {
    case 'metric':
      return model.metrics.get(name.name)?.label ?? name.name;
    case 'dimension':
      return model.dimensions.get(name.name)?.label ?? name.name;
    case 'value':
      return valueLabel(name.dimension, name.value, model.language, locale);
    case 'day':
      return new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      }).format(new Date(`${name.date}T00:00:00Z`));
  }
}

/** A group's value as it is read: countries by their names. */
export function valueLabel(
  dimension: string,
  value: Extract<Name, { kind: 'value' }>['value'],
  language: Model['language'],
  locale: string,
): string {
  if (value === null) return textsOf(language).none;
  const text = String(value);
  if (!dimension.endsWith('country') || !/^[A-Z]{2}$/.test(text)) return text;
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(text) ?? text;
}

function written({ value, format }: Figure, { model, locale, currency }: Writing): string {
  const number = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  switch (format) {
    case 'currency':
      return number({
        style: 'currency',
        currency,
        maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2,
        minimumFractionDigits: Math.abs(value) >= 100 ? 0 : 2,
      });
    case 'ratio':
    case 'percent':
      return number({ style: 'percent', maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0 });
    case 'count':
      return number({ maximumFractionDigits: 0 });
    case 'number':
      return number({ maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
    case 'days': {
      const rounded = Math.round(value);
      const { one, other } = textsOf(model.language).day;
      const form = new Intl.PluralRules(locale).select(rounded) === 'one' ? one : other;
      return form.replace('{n}', new Intl.NumberFormat(locale).format(rounded));
    }
  }
}
