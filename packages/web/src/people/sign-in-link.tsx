import { Link2 } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { SecretLink } from './secret-link.js';
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
        <SecretLink url={make.data.url} about={t('linkFor', { email })} copy={t('copyLink')} />
      ) : (
        <Button disabled={make.isPending} onClick={() => make.mutate(undefined)}>
          <Link2 size={15} aria-hidden="true" />
          {t('link')}
        </Button>
      )}
    </section>
  );
}
