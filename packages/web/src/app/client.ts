import { createClient } from '@olympus/sdk';

/** The server that served this page, spoken to with the session's cookie. */
export const olympus = createClient();
