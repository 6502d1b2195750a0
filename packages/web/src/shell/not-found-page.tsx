import { useTexts } from '../messages/use-texts.js';
import { PageLink } from '../pages/page-link.js';

/** Shown where no page is. */
export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-xl px-4 pt-[16vh] text-center">
      <h1 className="font-semibold text-title">{t('notFound.title')}</h1>
      <p className="mt-2 text-md text-text-2">{t('notFound.hint')}</p>
      <PageLink to="/" className="control mt-6">
        {t('notFound.home')}
      </PageLink>
    </main>
  );
}
