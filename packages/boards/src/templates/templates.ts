import { Problem } from '@olympus/core';
import type { Scope, Tile } from '../board.js';
import { restaurantsTemplate } from './restaurants.js';
import { shopTemplate } from './shop.js';
import { subscriptionTemplate } from './subscription.js';
import type { TemplateTile, Words } from './tiles.js';

/** A dashboard to begin with. */
export interface Template {
  readonly id: string;
  readonly name: Words;
  readonly description: Words;
  readonly scope: Scope;
  readonly tiles: readonly TemplateTile[];
}

/** What there is to begin with; another one is a file and its line here. */
export const templates: readonly Template[] = [
  shopTemplate,
  restaurantsTemplate,
  subscriptionTemplate,
];

const languageOf = (locale: string | undefined): keyof Words =>
  locale?.toLowerCase().startsWith('de') ? 'de' : 'en';

export function templateEntries(locale: string | undefined) {
  const language = languageOf(locale);
  return templates.map(({ id, name, description, tiles }) => ({
    id,
    name: name[language],
    description: description[language],
    tiles: tiles.length,
  }));
}

/** The template's content in a language. @throws Problem `template_not_found` */
export function findTemplate(
  id: string,
  locale: string | undefined,
): { readonly description: string; readonly scope: Scope; readonly tiles: Tile[] } {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) {
    throw new Problem({
      code: 'template_not_found',
      kind: 'not_found',
      message: `There is no template ${id}`,
      at: '/template',
      remedy: `Choose one of ${templates.map((one) => one.id).join(', ')}.`,
    });
  }
  const language = languageOf(locale);
  return {
    description: found.description[language],
    scope: found.scope,
    tiles: found.tiles.map(({ title, view: { markdown, ...view }, ...tile }, index) => ({
      ...tile,
      id: `t${index + 1}`,
      title: title[language],
      view: { ...view, ...(markdown === undefined ? {} : { markdown: markdown[language] }) },
    })),
  };
}
