import type { SessionTenant } from '@olympus/sdk';
import { type ReactNode, useState } from 'react';
import { useLive } from '../live/live.js';
import { useTexts } from '../messages/use-texts.js';
import { CopyButton } from '../ui/copy-button.js';
import { firstEventCommand, KEY_VARIABLE, keyCommand } from './first-event.js';

/** A shop without any event: the page listens, and says how to send the first one. */
export function EmptyTenant({ tenant }: { readonly tenant: SessionTenant }) {
  const { t, rich } = useTexts();
  const [now] = useState(() => new Date());
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
      <ol className="space-y-6 p-6">
        <Step number={1} title={t('empty.key')}>
          <Code text={keyCommand(tenant)} label={t('empty.copyKey')} />
        </Step>
        <Step number={2} title={t('empty.order')}>
          <p className="mb-2 text-text-2">
            {rich('empty.orderHint', {
              variable: <code className="font-mono">{KEY_VARIABLE}</code>,
            })}
          </p>
          <Code
            text={firstEventCommand(tenant, location.origin, now)}
            label={t('empty.copyOrder')}
          />
        </Step>
        <Step number={3} title={t('empty.past')}>
          <p className="mb-2 text-text-2">{t('empty.pastHint')}</p>
          <Code
            text={`npx olympus import orders.csv --tenant ${tenant.id} --mapping mapping.json`}
            label={t('empty.copyImport')}
          />
        </Step>
      </ol>
    </section>
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

function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div dir="ltr" className="relative rounded-control border border-border-soft bg-surface-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys */}
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-xs sm:pe-24">
        {text}
      </pre>
      <div className="px-2 pb-2 sm:absolute sm:top-1 sm:end-1 sm:p-0">
        <CopyButton text={text} label={label} />
      </div>
    </div>
  );
}
