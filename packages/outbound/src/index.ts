/**
 * The one way out for HTTP calls to addresses that people enter: `createOutbound` gives a `fetch`
 * that reaches the internet only, checks every redirect, connects to the address it has checked,
 * and limits how long it takes and how much comes back.
 */
export { isPublicAddress } from './addresses.js';
export { type AllowList, parseAllowList } from './allow-list.js';
export type { Resolve, ResolvedAddress } from './destination.js';
export { createOutbound, type Outbound, type OutboundOptions } from './outbound.js';
