import { Link2 } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { peopleTexts } from './texts.js';

/** A link that signs somebody in once, for operators to pass on. */
export function SignInLink({ email }: { readonly email: string }) {
  const { t } = useTexts(peopleTexts);
  const make = useDeed({ run: () => olympus.accounts.link({ email }), outdates: [] });
  return (
    <section>
      <h3 className="font-semibold text-md">{t('signIn')}</h3>
      <p className="mb-2 text-text-2">{t('linkAbout')}</p>
      {make.data ? (
        <div className="rounded-control border border-border-control bg-surface-2 p-2">
          <p className="mb-1 text-text-3 text-xs">{t('linkFor', { email })}</p>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 flex-1 select-all font-mono text-xs [overflow-wrap:anywhere]">
              {make.data.url}
            </code>
            <CopyButton text={make.data.url} label={t('copyLink')} />
          </div>
        </div>
      ) : (
        <Button disabled={make.isPending} onClick={() => make.mutate(undefined)}>
          <Link2 size={15} aria-hidden="true" />
          {t('link')}
        </Button>
      )}
    </section>
  );
}
