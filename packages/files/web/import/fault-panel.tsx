import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** What failed and what the server advises, with what can be done about it here. */
export function FaultPanel({
  title,
  message,
  remedy,
  children,
}: {
  readonly title: string;
  readonly message?: string | undefined;
  readonly remedy?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <section role="alert" className="card flex gap-4 p-5">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-bad-tint text-bad">
        <CircleAlert size={18} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">{title}</h2>
        {message && <p className="mt-1 text-md text-text-2">{message}</p>}
        {remedy && <p className="mt-1 text-md text-text-2">{remedy}</p>}
        {children && <div className="mt-4 flex flex-wrap gap-2">{children}</div>}
      </div>
    </section>
  );
}
