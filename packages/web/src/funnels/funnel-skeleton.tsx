/** The page's shape before its figures. */
export function FunnelSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-5">
        {['rate', 'started', 'converted', 'median', 'worth'].map((figure) => (
          <div key={figure} className="card h-[106px] px-3.5 pt-3">
            <div className="skeleton h-4 w-20" />
            <div className="skeleton mt-3 h-7 w-24" />
          </div>
        ))}
      </div>
      <div className="card h-[560px] p-4">
        <div className="skeleton h-5 w-48" />
        <div className="skeleton mt-6 h-[calc(100%-48px)] w-full" />
      </div>
    </div>
  );
}
