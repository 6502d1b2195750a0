import { Link } from '@tanstack/react-router';

export function NotFoundPage() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-xl px-4 pt-[16vh] text-center">
      <h1 className="font-semibold text-title">There is no page at this address</h1>
      <p className="mt-2 text-md text-text-2">The link may be old, or mistyped.</p>
      <Link to="/" className="control mt-6">
        Go to the overview
      </Link>
    </main>
  );
}
