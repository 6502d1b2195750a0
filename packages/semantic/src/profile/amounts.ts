import type { TenantId } from '@olympus/core';
import { bind, compile, type Dialect, identifier, join, type Statement, sql } from '@olympus/sql';
import { ledgers } from '../ledgers/ledgers.js';

/** Columns of money that rows may lack, by ledger; rows with a currency are of money in any case. */
const ownCurrency: Readonly<Record<string, readonly string[]>> = {
  stock: ['unit_cost'],
  products: ['price', 'unit_cost'],
};

/** A row for each ledger of the tenant that holds amounts of money. */
export function compileAmountsHeld(tenant: TenantId, dialect: Dialect): Statement {
  const id = bind('string', tenant);
  const selects = ledgers.flatMap(({ name, columns }) => {
    const isMoney = columns.some((column) => column.name === 'currency');
    const own = ownCurrency[name];
    if (!isMoney && own === undefined) return [];
    const present = own?.map((column) => sql`${identifier(column)} IS NOT NULL`) ?? [];
    const held = present.length === 0 ? sql`` : sql` AND (${join(present, sql` OR `)})`;
    return [sql`(SELECT 1 FROM ${identifier(name)} WHERE tenant_id = ${id}${held} LIMIT 1)`];
  });
  return compile(join(selects, sql` UNION ALL `), dialect);
}
