import { useMutation } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { olympus } from '../../app/client.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { profileTexts } from './texts.js';

const FIELDS = ['customer_id', 'name', 'email', 'phone', 'address'] as const;

/** Who the customer is, once somebody asks; asking is kept in the audit log, and nothing of it here. */
export function PersonalPanel({ customerKey }: { readonly customerKey: string }) {
  const { t } = useTexts(profileTexts);
  const tenant = useTenant();
  // a mutation: what it answers is in no cache, and looking again asks again
  const asking = useMutation({
    gcTime: 0,
    mutationFn: () =>
      olympus.customers.personal({ tenant_id: tenant.id, customer_key: customerKey }),
  });
  const { data } = asking;
  if (asking.isError) {
    return (
      <ProblemPanel
        error={asking.error}
        what={t('personalFailed')}
        onRetry={() => asking.mutate()}
        retrying={asking.isPending}
      />
    );
  }
  return (
    <section aria-labelledby="customer-personal" className="card min-w-0 p-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="customer-personal" className="font-semibold text-md">
          {t('personalAgain')}
        </h2>
        {data && (
          <Button onClick={() => asking.reset()}>
            <EyeOff size={14} aria-hidden="true" />
            {t('personalHide')}
          </Button>
        )}
      </div>
      <div className="mt-2" aria-live="polite">
        {data ? (
          data.state === 'known' ? (
            <Facts facts={factsOf(data.fields, (name) => t(`field.${name}`))} />
          ) : (
            <p className="text-text-2">
              {t(data.state === 'erased' ? 'personalErased' : 'personalNone')}
            </p>
          )
        ) : (
          <>
            <Button onClick={() => asking.mutate()} disabled={asking.isPending}>
              <Eye size={14} aria-hidden="true" />
              {asking.isPending ? t('personalLoading') : t('personal')}
            </Button>
            <p className="mt-2 text-text-3 text-xs">{t('personalAbout')}</p>
          </>
        )}
      </div>
    </section>
  );
}

/** Known fields by their names first, then others as they were sent. */
function factsOf(
  fields: Readonly<Record<string, unknown>>,
  nameOf: (field: (typeof FIELDS)[number]) => string,
): readonly (readonly [string, string])[] {
  const rest = Object.keys(fields).filter(
    (name) => !name.startsWith('_') && !FIELDS.some((known) => known === name),
  );
  const write = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.values(value).map(write).filter(Boolean).join(', ')
      : String(value ?? '');
  return [
    ...FIELDS.filter((name) => fields[name] != null).map(
      (name) => [nameOf(name), write(fields[name])] as const,
    ),
    ...rest.map((name) => [name, write(fields[name])] as const),
  ];
}
