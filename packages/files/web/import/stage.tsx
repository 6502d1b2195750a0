import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * The heading of what has just come up: the focus moves to it, so that the keyboard and a screen
 * reader go on from there.
 */
export function StageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2
      ref={heading}
      tabIndex={-1}
      className="font-semibold text-lg outline-none [overflow-wrap:anywhere]"
    >
      {children}
    </h2>
  );
}

/** A heading inside of a stage, with what it means. */
export function Part({
  id,
  title,
  hint,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="card p-4 md:p-5">
      <h3 id={id} className="font-semibold text-md">
        {title}
      </h3>
      {hint && <p className="text-text-2">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}

/** What only some want to see. */
export function Disclosure({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <details className="group">
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1.5 rounded-control font-semibold hover:text-accent pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronDown
          size={14}
          aria-hidden="true"
          className="-rotate-90 transition-transform group-open:rotate-0 rtl:rotate-90"
        />
        {title}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
