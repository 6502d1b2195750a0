import { existsSync, readFileSync } from 'node:fs';
import { Problem, systemClock } from '@olympus/core';
import { type ImportReport, importFiles, parseMapping } from '@olympus/files';
import type { IngestAnswer } from '@olympus/ingest';
import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import type { Terminal } from '../terminal.js';

/** Everything else was stored. */
const rejectedExitCode = 2;

const count = (value: number) => value.toLocaleString('en');

export function addImportCommand(program: Command, run: Runner): void {
  program
    .command('import <files...>')
    .description('Load CSV, NDJSON or Parquet files (also .gz); doing it again adds nothing twice')
    .requiredOption('--mapping <file>', 'JSON file that says how rows become events')
    .requiredOption('--tenant <id>', 'tenant')
    .action((files: string[], options: { mapping: string; tenant: string }) =>
      run(async ({ terminal, connection }) => {
        const mapping = parseMapping(readMapping(options.mapping), options.mapping);
        const startedMs = performance.now();
        terminal.progress('Importing', 0, 'reading the files');
        const report = await importFiles({
          files,
          mapping,
          nowMs: systemClock.now(),
          send: (events) =>
            connection.call<IngestAnswer>({
              method: 'POST',
              path: '/api/events',
              headers: { 'olympus-tenant': options.tenant },
              text: {
                content: JSON.stringify(events),
                type: 'application/cloudevents-batch+json',
              },
            }),
          progress: (rows, all) => {
            const seconds = (performance.now() - startedMs) / 1000;
            const detail = `${count(rows)} of ${count(all)} lines, ${count(Math.round(rows / seconds))}/s`;
            terminal.progress('Importing', all === 0 ? 1 : rows / all, detail);
          },
        });
        if (terminal.json) terminal.printJson(toJson(report));
        else printReport(terminal, report, options.tenant);
        if (report.deadLettered > 0) terminal.exitCode = rejectedExitCode;
      }),
    );
}

function readMapping(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Problem({
    code: 'file_not_found',
    kind: 'not_found',
    message: `There is no mapping file ${file}`,
    at: file,
  });
}

function toJson({ deadLettered, problems, unmatchedRows, ...rest }: ImportReport) {
  return {
    ...rest,
    unmatched_rows: unmatchedRows,
    dead_lettered: deadLettered,
    problems: problems.map(({ deadLetterId, ...problem }) => ({
      ...problem,
      dead_letter_id: deadLetterId,
    })),
  };
}

function printReport(terminal: Terminal, report: ImportReport, tenant: string): void {
  const { rows, events, stored, duplicates, deadLettered, unmatched, warnings, seconds } = report;
  terminal.print(
    `${count(rows)} lines in ${count(events)} events, ${seconds.toFixed(1)} s (${count(Math.round(rows / seconds))} lines/s)`,
  );
  terminal.print(
    `  ${count(stored)} stored, ${count(duplicates)} known already, ${count(deadLettered)} rejected`,
  );
  if (unmatched > 0) {
    terminal.print(`  ${count(unmatched)} lines meet no condition of the mapping:`);
    for (const { file, line, cells } of report.unmatchedRows) {
      const shown = Object.entries(cells).slice(0, 4);
      const text = shown.map(([column, cell]) => `${column}: ${cell.slice(0, 40)}`).join(', ');
      terminal.print(`  – ${file}, line ${line}: ${text}`);
    }
    if (unmatched > report.unmatchedRows.length) terminal.print('  …');
  }
  for (const { message } of warnings) terminal.note(message);
  if (deadLettered === 0) return;
  for (const { id, code, reason, path } of report.problems) {
    terminal.print(`  ✗ ${id}: ${path ?? ''} ${reason} (${code})`);
  }
  if (deadLettered > report.problems.length) terminal.print('  …');
  terminal.print(`They are kept: olympus dead-letters list --tenant ${tenant}`);
}
