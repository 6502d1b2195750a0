import { Problem, type TenantId } from '@olympus/core';
import { locales, type ProposedSynonym } from '@olympus/language';
import type { AskPlatform, JsonSetting } from '../ports.js';

/** Words a tenant keeps, at most. */
const mostSynonyms = 500;

function isSynonym(value: unknown): value is ProposedSynonym {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name, language, phrase } = value as Record<string, unknown>;
  return (
    (kind === 'metric' || kind === 'dimension' || kind === 'event') &&
    typeof name === 'string' &&
    typeof language === 'string' &&
    typeof phrase === 'string'
  );
}

const setting: JsonSetting = {
  name: 'ask.synonyms',
  secret: false,
  parse: (value) => (Array.isArray(value) ? value.filter(isSynonym) : []),
};

/** Words that a tenant taught by correcting an answer, oldest first. */
export async function readSynonyms(
  platform: AskPlatform,
  tenant: TenantId,
): Promise<readonly ProposedSynonym[]> {
  const stored = await platform.settings.get(tenant, setting);
  return Array.isArray(stored) ? stored.filter(isSynonym) : [];
}

/**
 * Keeps a word for a metric or dimension; the same word in the same language means one thing only.
 * @throws Problem `invalid_synonym`, `too_many_synonyms`
 */
export async function keepSynonym(
  platform: AskPlatform,
  tenant: TenantId,
  synonym: ProposedSynonym,
  names: ReadonlySet<string>,
): Promise<void> {
  const phrase = synonym.phrase.trim();
  if (phrase === '' || phrase.length > 80 || !Object.hasOwn(locales, synonym.language)) {
    throw new Problem({
      code: 'invalid_synonym',
      kind: 'invalid',
      message: 'A word to keep has 1 to 80 characters and one of the languages of questions',
      at: '/phrase',
    });
  }
  if (!names.has(synonym.name)) {
    throw new Problem({
      code: 'invalid_synonym',
      kind: 'invalid',
      message: `There is no ${synonym.kind} "${synonym.name.slice(0, 80)}"`,
      at: '/name',
    });
  }
  const others = (await readSynonyms(platform, tenant)).filter(
    (known) => known.language !== synonym.language || known.phrase !== phrase,
  );
  if (others.length >= mostSynonyms) {
    throw new Problem({
      code: 'too_many_synonyms',
      kind: 'conflict',
      message: `A tenant keeps up to ${mostSynonyms} words`,
    });
  }
  await platform.settings.set(tenant, setting, [...others, { ...synonym, phrase }]);
}
