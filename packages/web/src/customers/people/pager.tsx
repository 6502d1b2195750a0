import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { customersTexts } from '../texts.js';

/** Which page of how many, and the ways to the ones beside it. */
export function Pager({
  page,
  pages,
  onChange,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onChange: (page: number) => void;
}) {
  const { t } = useTexts(customersTexts);
  return (
    <nav aria-label={t('pages')} className="ms-auto flex items-center gap-2">
      <Button
        aria-label={t('pageBefore')}
        disabled={page <= 1}
        onClick={() => onChange(Math.min(page - 1, pages))}
      >
        <ChevronLeft size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      </Button>
      <span className="text-text-2 tabular-nums">{t('pageOf', { page, pages })}</span>
      <Button
        aria-label={t('pageAfter')}
        disabled={page >= pages}
        onClick={() => onChange(page + 1)}
      >
        <ChevronRight size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      </Button>
    </nav>
  );
}
