import type { ReactNode } from 'react';

/** A text with `{places}` for values; or one for each plural form, chosen by the value `count`. */
export type Message = string | PluralMessage;
export type PluralMessage = { readonly other: string } & {
  readonly [Form in Intl.LDMLPluralRule]?: string;
};

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Places<M> = M extends string
  ? Names<M>
  : M extends { readonly other: infer Other }
    ? Names<Other> | 'count'
    : never;
type Values<M, Value> = [Places<M>] extends [never]
  ? []
  : [values: { readonly [Name in Places<M>]: Name extends 'count' ? number : Value }];

/** The texts of one catalogue in one language. */
export interface Texts<Catalogue> {
  /** As BCP 47 writes it; numbers inside texts are written its way. */
  readonly locale: string;
  t<Key extends keyof Catalogue>(
    key: Key,
    ...values: Values<Catalogue[Key], string | number>
  ): string;
  /** The same with elements for values: a link or code inside a sentence. */
  rich<Key extends keyof Catalogue>(
    key: Key,
    ...values: Values<Catalogue[Key], ReactNode>
  ): ReactNode;
}

/** The same keys as another catalogue's, in another language. */
export type Translation<Catalogue> = { readonly [Key in keyof Catalogue]: Message };

/** @throws RangeError for a locale that is none */
export function createTexts<Catalogue extends Translation<Catalogue>>(
  catalogue: Translation<Catalogue>,
  locale: string,
): Texts<Catalogue> {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const parts = (
    key: keyof Catalogue,
    values: Readonly<Record<string, ReactNode>> = {},
  ): readonly ReactNode[] => {
    const message = catalogue[key];
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals.select(Number(values.count))] ?? message.other);
    return text.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return part;
      const value = values[part];
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  return {
    locale,
    t: (key, ...[values]) => parts(key, values).join(''),
    rich: (key, ...[values]) => parts(key, values),
  };
}
