import { existsSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import { type BackupResult, restoreBackup } from '../../backup.js';
import { findHolder } from '../../data-folder.js';
import { webRoot } from '../../server.js';
import type { Settings } from '../../settings.js';
import type { CommandContext, Runner } from '../runner.js';

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

export function addMaintenanceCommands(
  program: Command,
  run: Runner,
  context: () => CommandContext,
): void {
  program
    .command('backup <folder>')
    .description('Copy the data into a new folder, while the server goes on')
    .action((folder: string) =>
      run(async ({ terminal, connection }) => {
        const result = await connection.call<BackupResult>({
          method: 'POST',
          path: '/api/system/backup',
          body: { folder: resolve(folder) },
        });
        if (terminal.json) return terminal.printJson(result);
        for (const { name, bytes } of result.files) terminal.print(`${name}  ${megabytes(bytes)}`);
        terminal.print(`Backed up into ${result.folder}`);
        if (result.files.some(({ name }) => name === 'secret.key')) {
          terminal.note('It holds the secret key: keep it as safe as the data.');
        } else {
          terminal.note('Keep OLYMPUS_SECRET_KEY too: without it the backup does not open.');
        }
      }),
    );

  program
    .command('restore <folder>')
    .description('Fill an empty data folder from a backup')
    .action(async (folder: string) => {
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
      await restoreBackup(resolve(folder), settings.dataDir);
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
