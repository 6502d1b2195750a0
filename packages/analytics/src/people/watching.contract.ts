import { retentionOperations } from '../retention/retention.contract.js';

/** Questions about what people do over time. */
export const watchingOperations = [...retentionOperations] as const;
