import { LockKeyhole } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { useTenants } from '../session/use-tenants.js';
import { Button } from '../ui/button.js';

/** A shop that this user may not look at, or that does not exist: the server does not say which. */
export function HiddenTenant({ name }: { readonly name: string }) {
  const { t, rich } = useTexts();
  const { tenants, select } = useTenants();
  const others = tenants.filter((tenant) => tenant.name !== name && tenant.id !== name);
  return (
    <section role="alert" className="card mx-auto flex max-w-xl gap-4 p-6">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-surface-2 text-text-2">
        <LockKeyhole size={18} aria-hidden="true" />
      </span>
      <div>
        <h2 className="font-semibold text-lg">{t('hidden.title', { name })}</h2>
        <p className="mt-1 text-md text-text-2">
          {rich('hidden.hint', {
            viewer: <em>{t('role.viewer')}</em>,
            analyst: <em>{t('role.analyst')}</em>,
          })}
        </p>
        {others[0] && (
          <Button className="mt-4" onClick={() => others[0] && select(others[0].id)}>
            {t('hidden.goTo', { name: others[0].name })}
          </Button>
        )}
      </div>
    </section>
  );
}
