import { Info } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Notice } from '../ui/notice.js';

/** The address asked for something that does not exist. */
export function MisreadNotice({ misread }: { readonly misread: readonly string[] }) {
  const { t, locale } = useTexts();
  const values = new Intl.ListFormat(locale).format(misread.map((text) => t('quoted', { text })));
  return (
    <Notice icon={<Info size={16} aria-hidden="true" />}>
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">{t('misread', { values })}</p>
    </Notice>
  );
}
