import type { Dashboard } from '@olympus/sdk';
import { TriangleAlert } from 'lucide-react';
import { defineTexts, useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { permits } from '../session/permissions.js';
import { Notice } from '../ui/notice.js';

const texts = defineTexts({
  en: {
    title: 'Events are being rejected. ',
    text: {
      one: '{count} event waits to be mended, beside {stored} that are stored; the figures are without it.',
      other:
        '{count} events wait to be mended, beside {stored} that are stored; the figures are without them.',
    },
    look: 'See why',
  },
  de: {
    title: 'Ereignisse werden abgewiesen. ',
    text: {
      one: '{count} Ereignis wartet auf Berichtigung, neben {stored} gespeicherten; in den Zahlen fehlt es.',
      other:
        '{count} Ereignisse warten auf Berichtigung, neben {stored} gespeicherten; in den Zahlen fehlen sie.',
    },
    look: 'Gründe ansehen',
  },
});

/** So many events wait among the dead letters that the figures cannot be right. Loaded by itself. */
export default function RejectedNotice({ quality }: Pick<Dashboard, 'quality'>) {
  const { t } = useTexts(texts);
  const tenant = useTenant();
  return (
    <Notice icon={<TriangleAlert size={16} aria-hidden="true" />}>
      <p className="min-w-60 flex-1">
        <span className="font-semibold">{t('title')}</span>
        {t('text', { count: quality.dead_letters_open, stored: quality.events })}
      </p>
      {permits(tenant, ['dead_letters:read']) && (
        <PageLink to="/data/dead-letters" className="control text-text">
          {t('look')}
        </PageLink>
      )}
    </Notice>
  );
}
