/** The line that says: newer figures are on their way, these are still good. */
export function ProgressLine({ active }: { readonly active: boolean }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 h-0.5 overflow-hidden"
    >
      {active && (
        <div className="relative h-full w-1/3 animate-[appear_150ms_150ms_both,progress_1.1s_ease-in-out_infinite] bg-accent" />
      )}
    </div>
  );
}
