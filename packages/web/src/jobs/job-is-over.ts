import type { JobWithLog } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { isGoingOn } from './jobs-query.js';

const POLL_MS = 500;

/**
 * Waits until a job of the installation is over.
 * @param onProgress how far it is, 0 to 1
 * @throws Error with what the job says of its failure
 */
export async function jobIsOver(
  id: number,
  onProgress: (fraction: number) => void,
): Promise<JobWithLog> {
  for (;;) {
    const job = await olympus.jobs.getAny({ id });
    if (job.state === 'succeeded') return job;
    if (!isGoingOn(job)) throw new Error(job.error?.message ?? job.state);
    if (job.progress !== null) onProgress(job.progress.fraction);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
