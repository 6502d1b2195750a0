import type { Frame } from '@olympus/sdk';
import { ArrowUpRight } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { usePageTitles, useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { pageAt } from '../pages/registry.js';
import { permits } from '../session/permissions.js';
import { pageOf } from './page-of.js';

/** Leads to the page that shows what was asked, where one does. */
export function FrameLink({ frame }: { readonly frame: Frame }) {
  const { t } = useTexts();
  const titleOf = usePageTitles();
  const tenant = useTenant();
  const place = pageOf(frame);
  const page = place && pageAt(place.to.startsWith('/kpis') ? '/kpis' : place.to);
  if (!place || !page || !permits(tenant, page.permissions)) return null;
  return (
    <PageLink to={place.to} search={place.search} className="control text-text">
      {t('ask.openIn', { page: titleOf(page.title) })}
      <ArrowUpRight size={14} aria-hidden="true" />
    </PageLink>
  );
}
