import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing is here yet: what would be, and the one thing to do about it. Never for a failure. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <section className="card flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-full bg-surface-2 text-text-2">
        <Icon size={20} aria-hidden="true" />
      </span>
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <div className="mt-1 max-w-[52ch] text-md text-text-2">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </section>
  );
}
