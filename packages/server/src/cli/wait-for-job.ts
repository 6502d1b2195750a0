import { Problem } from '@olympus/core';
import type { ConnectedContext } from './runner.js';

const pollMs = 300;

/**
 * Waits until a job is over and tells how far it is. Where no server runs, the queue works in this
 * process for as long as the command waits.
 * @param tenant  whose job it is; undefined for one of the installation
 * @returns its result
 * @throws Problem `job_failed`
 */
export async function waitForJob<Result>(
  id: number,
  tenant: string | undefined,
  label: string,
  { terminal, connection }: Pick<ConnectedContext, 'terminal' | 'connection'>,
): Promise<Result> {
  await connection.startQueue();
  for (;;) {
    const { state, progress, error, result } =
      tenant === undefined
        ? await connection.run('jobs.get_any', { id })
        : await connection.run('jobs.get', { tenant_id: tenant, id });
    // the job's kind says what its result is
    if (state === 'succeeded') return result as Result;
    if (state === 'dead' || state === 'cancelled') throw failed(id, state, error);
    if (progress !== null) terminal.progress(label, progress.fraction, progress.sentence);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

function failed(
  id: number,
  state: string,
  error: { readonly message: string; readonly remedy?: string | undefined } | null,
): Problem {
  return new Problem({
    code: 'job_failed',
    kind: 'internal',
    message: `Job ${id} is ${state}${error === null ? '' : `: ${error.message}`}`,
    remedy: error?.remedy ?? `Look at it: olympus jobs show ${id}. It may be retried.`,
  });
}
