import { existsSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import type { Backup } from '../../backups/backup.js';
import { restoreBackup } from '../../backups/restore.js';
import { findHolder } from '../../data-folder.js';
import { webRoot } from '../../server.js';
import type { Settings } from '../../settings.js';
import type { CommandContext, Runner } from '../runner.js';
import { printTable } from '../terminal.js';
import { waitForJob } from '../wait-for-job.js';

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

export function addMaintenanceCommands(
  program: Command,
  run: Runner,
  context: () => CommandContext,
): void {
  program
    .command('backup [name]')
    .description('Copy the data into the folder of backups, while the server goes on')
    .option('--with-key', 'copy the key beside what it opens')
    .action((name: string | undefined, options: { withKey?: boolean }) =>
      run(async ({ terminal, connection }) => {
        const { job } = await connection.run('system.backup', {
          ...(name === undefined ? {} : { name }),
          with_key: options.withKey === true,
        });
        const backup = await waitForJob<Backup>(job, undefined, 'Backing up', {
          terminal,
          connection,
        });
        if (terminal.json) return terminal.printJson(backup);
        for (const { name, bytes } of backup.files) terminal.print(`${name}  ${megabytes(bytes)}`);
        terminal.print(`Backed up into ${backup.folder}`);
        terminal.note(
          backup.with_key
            ? 'It holds the secret key: keep it as safe as the data.'
            : 'Keep the secret key somewhere else: without it the backup does not open.',
        );
      }),
    );

  program
    .command('backups')
    .description('List complete backups, newest first')
    .action(() =>
      run(async ({ terminal, connection }) => {
        const { backups } = await connection.run('system.backups', {});
        if (terminal.json) return terminal.printJson(backups);
        if (backups.length === 0) return terminal.print('There are none.');
        const bytesOf = (backup: Backup) => backup.files.reduce((sum, { bytes }) => sum + bytes, 0);
        terminal.print(
          printTable(
            [
              { title: 'name' },
              { title: 'made' },
              { title: 'size', align: 'right' },
              { title: 'key' },
            ],
            backups.map((backup) => [
              backup.name,
              backup.made_at.slice(0, 19).replace('T', ' '),
              megabytes(bytesOf(backup)),
              backup.with_key ? 'beside it' : '',
            ]),
          ),
        );
      }),
    );

  program
    .command('restore <backup>')
    .description('Fill an empty data folder from a backup, by its name or its folder')
    .option('--key <file>', 'file with the key of the installation that made it')
    .action(async (backup: string, options: { key?: string }) => {
      const { settings, terminal } = context();
      const holder = findHolder(settings.dataDir);
      if (holder !== undefined) {
        throw new Problem({
          code: 'data_folder_in_use',
          kind: 'conflict',
          message: `Process ${holder.pid} has the data folder open`,
          remedy: 'Stop it first.',
        });
      }
      const named = join(settings.backupDir, backup);
      const folder = existsSync(named) ? named : resolve(backup);
      await restoreBackup(folder, settings.dataDir, {
        file: options.key,
        variable: settings.secretKey,
      });
      if (terminal.json) terminal.printJson({ data_dir: settings.dataDir });
      else terminal.print(`Restored into ${settings.dataDir}`);
    });

  program
    .command('doctor')
    .description('Check the installation and say what to do')
    .action(async () => {
      const { settings, terminal } = context();
      const findings = await examine(settings, run);
      if (terminal.json) terminal.printJson({ findings });
      else {
        for (const { good, what, remedy } of findings) {
          terminal.print(`${good ? '✓' : '✗'} ${what}`);
          if (!good && remedy !== undefined) terminal.print(`  ${remedy}`);
        }
      }
      if (findings.some(({ good }) => !good)) {
        throw new Problem({
          code: 'unhealthy',
          kind: 'unavailable',
          message: 'Something needs attention',
        });
      }
    });
}

interface Finding {
  readonly good: boolean;
  readonly what: string;
  readonly remedy?: string;
}

const leastFreeBytes = 1024 ** 3;

async function examine(settings: Settings, run: Runner): Promise<readonly Finding[]> {
  const findings: Finding[] = [
    { good: true, what: `Node ${process.versions.node} on ${process.platform} ${process.arch}` },
    {
      good: existsSync(webRoot),
      what: 'The web page is built',
      remedy: 'Run npm start once, or npm run build.',
    },
  ];
  if (existsSync(settings.dataDir)) {
    const disk = statfsSync(settings.dataDir);
    const freeBytes = disk.bavail * disk.bsize;
    findings.push({
      good: freeBytes >= leastFreeBytes,
      what: `${megabytes(freeBytes)} free for ${settings.dataDir}`,
      remedy: 'Free at least 1 GB; the collector answers 503 when the disk is full.',
    });
  } else {
    findings.push({ good: true, what: `${settings.dataDir} does not exist yet` });
    return findings;
  }
  const holder = findHolder(settings.dataDir);
  const where =
    holder === undefined ? 'No server is running' : `Process ${holder.pid} serves ${holder.url}`;
  findings.push({ good: true, what: where });
  try {
    await run(async ({ connection }) => {
      const health = await connection.call<{
        components: readonly { name: string; status: string; detail?: { reason?: string } }[];
      }>({ method: 'GET', path: '/api/health' });
      for (const { name, status, detail } of health.components) {
        const reason = detail?.reason;
        findings.push({
          good: status === 'ok',
          what: `${name}: ${status}`,
          ...(reason === undefined ? {} : { remedy: reason }),
        });
      }
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    findings.push({
      good: false,
      what: error.message,
      ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    });
  }
  return findings;
}
