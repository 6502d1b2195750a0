import type { SessionTenant } from '@olympus/sdk';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '../ui/copy-button.js';
import { firstEventCommand, keyCommand } from './first-event.js';
import type { LiveStatus } from './use-live.js';

/** A shop without any event: the page listens, and says how to send the first one. */
export function EmptyTenant({
  tenant,
  live,
}: {
  readonly tenant: SessionTenant;
  readonly live: LiveStatus;
}) {
  const [now] = useState(() => new Date());
  const listening = live === 'open';
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
              ? `Listening for the first event of ${tenant.name}`
              : `${tenant.name} has no events yet`}
          </h2>
          <p className="text-md text-text-2">
            This page turns into a dashboard by itself when one arrives.
          </p>
        </div>
      </div>
      <ol className="space-y-6 p-6">
        <Step number={1} title="Make a key that may send events">
          <Code text={keyCommand(tenant)} label="Copy the key command" />
        </Step>
        <Step number={2} title="Send an order">
          <p className="mb-2 text-text-2">
            Put the key in <code className="font-mono">OLYMPUS_KEY</code> first. Client libraries
            that speak the Segment protocol work too: point them at this address, with the key as
            write key.
          </p>
          <Code
            text={firstEventCommand(tenant, location.origin, now)}
            label="Copy the event command"
          />
        </Step>
        <Step number={3} title="Or bring in the past">
          <p className="mb-2 text-text-2">CSV, NDJSON and Parquet files, as they are.</p>
          <Code
            text={`npx olympus import orders.csv --tenant ${tenant.id} --mapping mapping.json`}
            label="Copy the import command"
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
    <div className="relative rounded-control border border-border-soft bg-surface-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys */}
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-xs sm:pr-24">
        {text}
      </pre>
      <div className="px-2 pb-2 sm:absolute sm:top-1 sm:right-1 sm:p-0">
        <CopyButton text={text} label={label} />
      </div>
    </div>
  );
}
