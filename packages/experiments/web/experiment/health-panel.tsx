import type { HealthFinding } from '@olympus/sdk';
import { formatFull, useNumberStyle, useTexts } from '@olympus/web/kit';
import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { pText } from './sentences.js';
import { detailTexts } from './texts.js';

const ICONS = {
  ok: [CircleCheck, 'text-good'],
  warn: [CircleAlert, 'text-warn'],
  bad: [CircleX, 'text-bad'],
  unknown: [CircleHelp, 'text-text-3'],
} as const;

/** What has to be right before the figures mean anything. */
export function HealthPanel({ health }: { readonly health: readonly HealthFinding[] }) {
  const { t } = useTexts(detailTexts);
  return (
    <section className="card h-full p-4" aria-labelledby="health">
      <h2 id="health" className="font-semibold text-lg">
        {t('health')}
      </h2>
      <ul className="mt-2 space-y-2">
        {health.map((finding) => (
          <Finding key={finding.check} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ finding }: { readonly finding: HealthFinding }) {
  const { t } = useTexts(detailTexts);
  const style = useNumberStyle();
  const { check, status, value, names } = finding;
  const [Icon, colour] = ICONS[status];
  const written =
    value === null
      ? ''
      : check === 'sample_ratio'
        ? pText(value, style)
        : formatFull(value, check === 'mixed_units' ? 'ratio' : 'count', style);
  const says =
    value !== null &&
    (check === 'sample_ratio' ||
      check === 'enough_units' ||
      (check === 'mixed_units' && value > 0) ||
      names.length > 0);
  return (
    <li className="flex gap-2">
      <Icon size={16} className={`mt-0.5 shrink-0 ${colour}`} aria-hidden="true" />
      <div className="min-w-0">
        <p>
          {t(`check.${check}`)}
          <span className={status === 'ok' ? 'sr-only' : `ms-2 ${colour}`}>
            {t(`status.${status}`)}
          </span>
        </p>
        {says && (
          <p className="text-text-3 text-xs [overflow-wrap:anywhere]">
            {t(`about.${check}`, { value: written, names: names.join(', ') })}
          </p>
        )}
      </div>
    </li>
  );
}
