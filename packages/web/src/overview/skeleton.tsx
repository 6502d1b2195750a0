import { CHART_HEIGHT } from '../charts/index.js';
import { BRIEF_HEIGHT } from './brief/brief-height.js';

const TILES = ['revenue', 'orders', 'value', 'customers', 'new', 'units'];
const TABLES = [
  'lg:col-span-6',
  'lg:col-span-6',
  'lg:col-span-4',
  'lg:col-span-4',
  'lg:col-span-4',
];

/** The page's shape before its figures: nothing jumps when they come. */
export function OverviewSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className={`card ${BRIEF_HEIGHT}`} />
      <div className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
        {TILES.map((tile) => (
          <div key={tile} className="card h-[146px] px-4 pt-3">
            <div className="skeleton h-4 w-20" />
            <div className="skeleton mt-3 h-7 w-24" />
            <div className="skeleton mt-3 h-4 w-16" />
          </div>
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-12">
        <div className="card p-4 lg:col-span-8" style={{ height: CHART_HEIGHT + 110 }}>
          <div className="skeleton h-5 w-48" />
          <div className="skeleton mt-12 h-[268px] w-full" />
        </div>
        <div className="card p-4 lg:col-span-4" style={{ height: CHART_HEIGHT + 110 }}>
          <div className="skeleton h-5 w-32" />
          <div className="skeleton mt-6 h-[300px] w-full" />
        </div>
        {TABLES.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five fixed shapes
          <div key={index} className={`card p-4 ${index < 2 ? 'h-[358px]' : 'h-[294px]'} ${span}`}>
            <div className="skeleton h-5 w-32" />
            <div className="skeleton mt-4 h-[calc(100%-36px)] w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
