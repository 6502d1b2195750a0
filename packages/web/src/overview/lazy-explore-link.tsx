import { type ComponentProps, lazy, Suspense } from 'react';

const Link = lazy(() => import('./explore-link.js'));

/** The link to Explore, which comes after the figures; its place is kept. */
export function ExploreLink(props: ComponentProps<typeof Link>) {
  return (
    <Suspense fallback={<span className="size-8 shrink-0 pointer-coarse:size-11" />}>
      <Link {...props} />
    </Suspense>
  );
}
