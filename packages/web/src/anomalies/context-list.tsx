import type { ContextEvent, Explanation } from '@olympus/sdk';
import { formatBucket } from '../format/dates.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';

/** What happened nearby in time. It is told beside the change and is no cause. */
export function ContextList({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { context } = explanation;
  if (context.length === 0) return null;
  const say = ({ kind, name, current, previous, unit }: ContextEvent) =>
    kind === 'price_changed'
      ? t('context.price_changed', {
          name,
          before: formatFull(previous, unit, style),
          after: formatFull(current, unit, style),
        })
      : t(`context.${kind}`, { name });
  return (
    <section>
      <h3 className="font-semibold">{t('nearby')}</h3>
      <p className="text-text-3 text-xs">{t('nearbyAbout')}</p>
      <ul className="mt-1.5 space-y-1">
        {context.map((event) => (
          <li key={`${event.kind} ${event.name}`} className="flex gap-3">
            <span className="w-36 shrink-0 text-text-3">
              {event.at ? formatBucket(event.at, 'day', style.locale) : ''}
            </span>
            <span>{say(event)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
