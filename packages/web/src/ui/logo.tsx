/** The mark: a ridge and its star. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" fill="#244cb9" />
      <path d="M5.5 23.5 13 10.5l4.2 7.2 2.3-3.7 7 9.5z" fill="#fff" />
      <circle cx="22.5" cy="8.7" r="2.2" fill="#99bcf5" />
    </svg>
  );
}
