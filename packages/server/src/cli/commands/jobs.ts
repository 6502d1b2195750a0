import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import { printTable } from '../terminal.js';

interface Job {
  readonly id: number;
  readonly kind: string;
  readonly tenant_id: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly progress: { readonly fraction: number; readonly sentence?: string } | null;
  readonly error: { readonly message: string; readonly detail?: string } | null;
  readonly created_at: string;
  readonly run_at: string | null;
}

interface JobWithLog extends Job {
  readonly log: readonly {
    readonly at: string;
    readonly level: string;
    readonly message: string;
  }[];
}

interface ListOptions {
  readonly tenant?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly limit: string;
}

/** Of one tenant, or of the installation with everybody's. */
function pathOf(tenant: string | undefined, rest = ''): string {
  const base =
    tenant === undefined ? '/api/jobs' : `/api/tenants/${encodeURIComponent(tenant)}/jobs`;
  return `${base}${rest}`;
}

export function addJobCommands(program: Command, run: Runner): void {
  const group = program.command('jobs').description('Work in the queue');

  group
    .command('list')
    .description('List jobs, newest first')
    .option('--tenant <id>', 'of one tenant only (by default of the whole installation)')
    .option('--state <state>', 'waiting, running, cancelling, succeeded, cancelled or dead')
    .option('--kind <kind>', 'of one kind only')
    .option('--limit <n>', 'how many at most', '50')
    .action((options: ListOptions) =>
      run(async ({ terminal, connection }) => {
        const query = new URLSearchParams({ limit: options.limit });
        if (options.state !== undefined) query.set('state', options.state);
        if (options.kind !== undefined) query.set('kind', options.kind);
        const { jobs } = await connection.call<{ jobs: readonly Job[] }>({
          method: 'GET',
          path: `${pathOf(options.tenant)}?${query}`,
        });
        if (terminal.json) return terminal.printJson(jobs);
        if (jobs.length === 0) return terminal.print('There are none.');
        const titles = ['id', 'kind', 'tenant', 'state', 'attempts', 'made', 'about'];
        terminal.print(
          printTable(
            titles.map((title) => ({ title })),
            jobs.map((job) => [
              String(job.id),
              job.kind,
              job.tenant_id ?? '',
              job.state,
              `${job.attempts}/${job.max_attempts}`,
              job.created_at.slice(0, 19).replace('T', ' '),
              describe(job),
            ]),
          ),
        );
      }),
    );

  group
    .command('show <id>')
    .description('Show one with its log')
    .option('--tenant <id>', 'tenant')
    .action((id: string, options: { tenant?: string }) =>
      run(async ({ terminal, connection }) => {
        const job = await connection.call<JobWithLog>({
          method: 'GET',
          path: pathOf(options.tenant, `/${encodeURIComponent(id)}`),
        });
        if (terminal.json) return terminal.printJson(job);
        const { log, ...facts } = job;
        const lines = Object.entries(facts).flatMap(([name, value]) =>
          value === null
            ? []
            : [`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`],
        );
        const said = log.map(({ at, level, message }) => `${at} ${level} ${message}`);
        terminal.print([...lines, ...(said.length > 0 ? ['', ...said] : [])].join('\n'));
      }),
    );

  const change = (what: 'cancel' | 'retry', description: string) =>
    group
      .command(`${what} <id>`)
      .description(description)
      .option('--tenant <id>', 'tenant')
      .action((id: string, options: { tenant?: string }) =>
        run(async ({ terminal, connection }) => {
          const job = await connection.call<Job>({
            method: 'POST',
            path: pathOf(options.tenant, `/${encodeURIComponent(id)}/${what}`),
          });
          if (terminal.json) terminal.printJson(job);
          else terminal.print(`The job ${job.id} (${job.kind}) is ${job.state}.`);
        }),
      );
  change('cancel', 'Cancel one that waits, or ask one that runs to stop');
  change('retry', 'Let a dead or cancelled one begin anew');
}

function describe({ state, progress, error, run_at }: Job): string {
  if (state === 'waiting' && run_at !== null) return `not before ${run_at}`;
  if (state === 'running' && progress !== null) {
    return `${Math.floor(progress.fraction * 100)}% ${progress.sentence ?? ''}`.trim();
  }
  return state === 'dead' ? (error?.detail ?? error?.message ?? '').slice(0, 80) : '';
}
