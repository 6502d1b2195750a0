import type { CustomerProfile } from '@olympus/sdk';
import { formatCell } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { DataTable } from '../../table/data-table.js';
import { profileTexts } from './texts.js';

interface Liked {
  readonly name: string;
  readonly revenue: number;
  readonly units: number;
}

/** What a customer buys most. */
export function Taste({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTexts(profileTexts);
  const products = profile.products.map(({ product_id: id, name, ...figures }) => ({
    ...figures,
    name: name ?? id,
  }));
  const categories = profile.categories.map(({ category, ...figures }) => ({
    ...figures,
    name: category,
  }));
  return (
    <>
      <LikedTable title={t('products')} thing={t('product')} rows={products} />
      {categories.length > 0 && (
        <LikedTable title={t('categories')} thing={t('category')} rows={categories} />
      )}
    </>
  );
}

function LikedTable({
  title,
  thing,
  rows,
}: {
  readonly title: string;
  readonly thing: string;
  readonly rows: readonly Liked[];
}) {
  const { t } = useTexts(profileTexts);
  const style = useNumberStyle();
  return (
    <section className="card min-w-0 px-4 pt-3 pb-2">
      <h2 className="font-semibold text-md">{title}</h2>
      <div className="-mx-2 mt-1">
        <DataTable<Liked>
          label={title}
          rows={rows}
          rowKey={({ name }) => name}
          empty={t('noProducts')}
          columns={[
            {
              key: 'name',
              label: thing,
              kind: 'text',
              value: ({ name }) => name,
              bar: ({ revenue }) => Math.max(0, revenue),
            },
            {
              key: 'units',
              label: t('units'),
              kind: 'number',
              width: 76,
              quiet: true,
              value: ({ units }) => units,
              text: ({ units }) => formatCell(units, 'number', style),
            },
            {
              key: 'revenue',
              label: t('revenue'),
              kind: 'number',
              width: 96,
              value: ({ revenue }) => revenue,
              text: ({ revenue }) => formatCell(revenue, 'currency', style),
            },
          ]}
        />
      </div>
    </section>
  );
}
