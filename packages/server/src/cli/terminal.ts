import { currencyDigits } from '@olympus/core';

/** What commands print. Results go to stdout; progress, warnings and faults to stderr. */
export interface Terminal {
  /** Machine-readable output was asked for. */
  readonly json: boolean;
  readonly interactive: boolean;
  /** What the command ends with when nothing fails; 0 unless it says otherwise. */
  exitCode: number;
  print(text: string): void;
  /** Bytes of a file, to stdout as they are. */
  write(bytes: Uint8Array): void;
  /** The command's one document; a second is left out, so that the output always parses. */
  printJson(value: unknown): void;
  note(text: string): void;
  /** Shows how far something is; the same label overwrites itself where the terminal allows it. */
  progress(label: string, share: number, detail?: string): void;
}

interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
}

const barWidth = 28;
/** Where lines cannot be overwritten, a line each so many milliseconds. */
const plainEveryMs = 3_000;

export function createTerminal(options: {
  readonly json: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
}): Terminal {
  const { json, stdout, stderr } = options;
  const interactive = stderr.isTTY === true;
  let lastPlainMs = Number.NEGATIVE_INFINITY;
  let printed = false;
  return {
    json,
    interactive,
    exitCode: 0,
    print: (text) => stdout.write(`${text}\n`),
    write: (bytes) => stdout.write(bytes),
    printJson: (value) => {
      if (!printed) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
      printed = true;
    },
    note: (text) => stderr.write(`${text}\n`),
    progress(label, share, detail = '') {
      const part = Math.min(1, Math.max(0, share));
      const done = part >= 1;
      const percent = `${Math.floor(part * 100)}%`.padStart(4);
      if (interactive) {
        const filled = Math.round(part * barWidth);
        const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
        stderr.write(`\r\u001b[2K${label} ${bar} ${percent} ${detail}${done ? '\n' : ''}`);
        return;
      }
      const nowMs = performance.now();
      if (!done && nowMs - lastPlainMs < plainEveryMs) return;
      lastPlainMs = nowMs;
      stderr.write(`${label} ${percent} ${detail}\n`);
    },
  };
}

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Rows as aligned text. Control characters are taken out: cells may come from anywhere. */
export function printTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const clean = (text: string) => text.replace(/\p{Cc}/gu, ' ');
  const cells = rows.map((row) => row.map(clean));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((row) => (row[index] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const text = row[index] ?? '';
        const width = widths[index] ?? 0;
        return align === 'right' ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map(({ title }) => title)), rule, ...cells.map(line)].join('\n');
}

/** How amounts of a currency are written: with its own decimals. */
export function digitsOf(currency: string): Intl.NumberFormatOptions {
  const digits = currencyDigits(currency);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}
