declare const brand: unique symbol;

/** A `T` that cannot be swapped for another `T` by accident: `Brand<string, 'TenantId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
