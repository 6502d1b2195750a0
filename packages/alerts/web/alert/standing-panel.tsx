import type { Alert } from '@olympus/sdk';
import {
  Facts,
  formatFull,
  formatInstant,
  Notice,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { TriangleAlert } from 'lucide-react';
import { alertTexts } from '../texts.js';
import { useSentence } from '../use-sentence.js';

/** Groups that are listed. */
const LISTED = 8;

/** What it watches, and where it stands. */
export function StandingPanel({ alert }: { readonly alert: Alert }) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const nowMs = useNow(60_000);
  const sentence = useSentence()(alert);
  const unit = alert.unit ?? 'number';
  const when = (iso: string) => formatInstant(iso, tenant.time_zone, locale, nowMs);
  const whole = alert.groups.find(({ key }) => key === '');
  const groups = alert.groups.filter(({ key }) => key !== '').slice(0, LISTED);
  return (
    <section className="card min-w-0 space-y-3 p-4">
      <h2 className="font-semibold text-lg">{t('facts')}</h2>
      <p className="text-md">{sentence}</p>
      {alert.broken && (
        <Notice icon={<TriangleAlert size={16} aria-hidden="true" />}>
          <strong>{t('brokenTitle')}:</strong> {alert.broken.message}. {alert.broken.remedy}
        </Notice>
      )}
      {alert.silenced_until && (
        <p className="text-text-2">{t('silencedUntil', { when: when(alert.silenced_until) })}</p>
      )}
      <Facts
        facts={[
          [t('value'), whole ? formatFull(whole.value, unit, style) : undefined],
          [t('window'), alert.window_at ?? undefined],
          [t('checked'), alert.checked_at ? when(alert.checked_at) : undefined],
          [t('severity'), t(`severity.${alert.severity ?? 'warning'}`)],
          [t('owner'), alert.owner || undefined],
          [t('description'), alert.description || undefined],
        ]}
      />
      {groups.length > 0 && (
        <table className="w-full text-sm">
          <caption className="sr-only">{t('groups')}</caption>
          <thead>
            <tr className="text-start text-text-3 text-xs">
              <th scope="col" className="py-1 text-start font-medium">
                {t('group')}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {t('value')}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {t('now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, value, phase }) => (
              <tr key={key} className="border-border-soft border-t">
                <th scope="row" className="py-1.5 text-start font-normal">
                  {key}
                </th>
                <td className="py-1.5 text-end tabular-nums">{formatFull(value, unit, style)}</td>
                <td className="py-1.5 text-end">{t(`state.${phase}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
