import { customType } from 'drizzle-orm/pg-core';

/** A moment as milliseconds since 1970 UTC; `timestamptz(3)` in the database. */
export const instant = customType<{ data: number; driverData: string | number }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: Number,
});
