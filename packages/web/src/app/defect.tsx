import { useTexts } from '../messages/use-texts.js';
import { ProblemPanel } from '../ui/problem-panel.js';

/** Shown in place of a page that broke while drawing itself. */
export function Defect({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTexts();
  return (
    <main id="content" className="mx-auto max-w-xl px-4 pt-[16vh]">
      <h1 className="sr-only">Olympus</h1>
      <ProblemPanel error={error} what={t('problem.pageBroke')} onRetry={reset} retrying={false} />
    </main>
  );
}
