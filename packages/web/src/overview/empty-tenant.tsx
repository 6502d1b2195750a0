import type { SessionTenant } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { FileUp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { deadLettersQuery } from '../dead-letters/dead-letters-query.js';
import { useLive } from '../live/live.js';
import { useTexts } from '../messages/use-texts.js';
import { PageLink } from '../pages/page-link.js';
import { pageAt } from '../pages/registry.js';
import { FirstKey } from '../sending/first-key.js';
import { permits } from '../session/permissions.js';
import { CodeBlock } from '../ui/code-block.js';

/** How often it is asked whether something arrived that could not be stored. */
const ASK_MS = 3_000;

/** A shop without any event: the page listens, and says how to send the first one. */
export default function EmptyTenant({ tenant }: { readonly tenant: SessionTenant }) {
  const { t } = useTexts();
  const listening = useLive().status === 'open';
  return (
    <section aria-labelledby="listening" className="card mx-auto max-w-3xl overflow-hidden">
      <div className="flex items-center gap-4 border-border-soft border-b p-6">
        <span aria-hidden="true" className="relative flex size-3 shrink-0">
          {listening && (
            <span className="absolute inset-0 animate-pulse-ring rounded-full bg-good" />
          )}
          <span
            className={`relative size-3 rounded-full ${listening ? 'bg-good' : 'bg-border-control'}`}
          />
        </span>
        <div>
          <h2 id="listening" className="font-semibold text-lg">
            {listening
              ? t('empty.listening', { shop: tenant.name })
              : t('empty.none', { shop: tenant.name })}
          </h2>
          <p className="text-md text-text-2">{t('empty.hint')}</p>
        </div>
      </div>
      <Rejected tenant={tenant} />
      <ol className="space-y-6 p-6">
        <Step number={1} title={t('empty.key')}>
          {permits(tenant, ['keys:admin']) ? (
            <FirstKey tenant={tenant} />
          ) : (
            <p className="text-text-2">{t('empty.askOwner')}</p>
          )}
        </Step>
        <Step number={2} title={t('empty.past')}>
          <p className="mb-3 text-text-2">{t('empty.pastHint')}</p>
          <BringFile tenant={tenant} />
        </Step>
      </ol>
    </section>
  );
}

const IMPORT = '/data/import';

function BringFile({ tenant }: { readonly tenant: SessionTenant }) {
  const { t } = useTexts();
  const page = pageAt(IMPORT);
  if (page && permits(tenant, page.permissions)) {
    return (
      <PageLink to={IMPORT} className="control">
        <FileUp size={15} aria-hidden="true" />
        {t('empty.import')}
      </PageLink>
    );
  }
  return (
    <CodeBlock
      text={`npx olympus import orders.csv --tenant ${tenant.id} --mapping mapping.json`}
      label={t('empty.copyImport')}
    />
  );
}

/** What arrived and could not be stored: the page would otherwise wait for ever without a word. */
function Rejected({ tenant }: { readonly tenant: SessionTenant }) {
  const { t } = useTexts();
  const query = useQuery({
    ...deadLettersQuery.options(tenant.id, 'open'),
    enabled: permits(tenant, ['dead_letters:read']),
    refetchInterval: ASK_MS,
  });
  const [newest] = query.data?.dead_letters ?? [];
  return (
    <div role="status">
      {newest && (
        <div className="chip flex flex-wrap items-center gap-3 bg-warn-tint px-6 py-3 text-warn">
          <TriangleAlert size={16} aria-hidden="true" className="shrink-0" />
          <p className="min-w-48 flex-1">{t('empty.rejected', { reason: newest.reason })}</p>
          <PageLink
            to="/data/dead-letters"
            search={{ d: `letter:${newest.id}` }}
            className="control text-text"
          >
            {t('empty.look')}
          </PageLink>
        </div>
      )}
    </div>
  );
}

function Step({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex gap-4">
      <span
        aria-hidden="true"
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-surface-2 font-semibold text-xs"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="mb-2 font-semibold text-md leading-6">{title}</h3>
        {children}
      </div>
    </li>
  );
}
