/** Builds what is older than its sources: the server's packages, and the web page beside them. */
export function ensureBuilt(): Promise<void>;

/** Builds the server's packages, if they are older than their sources. */
export function ensureServerBuilt(): Promise<void>;
