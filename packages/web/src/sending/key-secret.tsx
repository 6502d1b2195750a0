import { TriangleAlert } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { CopyButton } from '../ui/copy-button.js';
import { sendingTexts } from './texts.js';

/** The secret of a key that was just made: it is never shown again. */
export function KeySecret({ secret }: { readonly secret: string }) {
  const { t } = useTexts(sendingTexts);
  return (
    <div>
      <p className="mb-1 font-medium">{t('secret')}</p>
      <div
        dir="ltr"
        className="flex flex-wrap items-center gap-2 rounded-control border border-border-control bg-surface-2 p-1 ps-3"
      >
        <code className="min-w-0 flex-1 select-all font-mono text-xs [overflow-wrap:anywhere]">
          {secret}
        </code>
        <CopyButton text={secret} label={t('copySecret')} />
      </div>
      <p className="mt-2 flex items-start gap-2 text-warn text-xs">
        <TriangleAlert size={14} aria-hidden="true" className="mt-px shrink-0" />
        {t('once')}
      </p>
    </div>
  );
}
