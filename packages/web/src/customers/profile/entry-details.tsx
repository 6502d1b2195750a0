import type { TimelineEntry } from '@olympus/sdk';
import { useTexts } from '../../messages/use-texts.js';
import { profileTexts } from './texts.js';

/** So many lines of an order, and pages of a visit, are shown. */
const SHOWN = 4;
const STEPS_SHOWN = 8;

/** What an order held, which pages a visit saw, where it came from. */
export function EntryDetails({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTexts(profileTexts);
  const { lines = [], steps = [], source } = entry;
  const paths = steps.flatMap(({ path }) => path ?? []);
  const hidden = Math.max(lines.length - SHOWN, paths.length - STEPS_SHOWN);
  return (
    <>
      {source && <p className="text-text-3 text-xs">{t('from', { source })}</p>}
      {lines.length > 0 && (
        <ul className="mt-1 text-text-2">
          {lines.slice(0, SHOWN).map(({ product_id: id, name, units }) => (
            <li key={id} className="truncate">
              {t('times', { units, name: name ?? id })}
            </li>
          ))}
        </ul>
      )}
      {paths.length > 0 && (
        <p className="mt-1 font-mono text-text-2 text-xs leading-5 [overflow-wrap:anywhere]">
          <span className="sr-only">{t('steps')}: </span>
          {paths.slice(0, STEPS_SHOWN).join(' → ')}
        </p>
      )}
      {hidden > 0 && <p className="text-text-3 text-xs">{t('moreSteps', { count: hidden })}</p>}
    </>
  );
}
