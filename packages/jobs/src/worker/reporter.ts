import type { Clock, Logger } from '@olympus/core';
import type { Execute } from '@olympus/platform';
import type { JobLog, Progress } from '../job.js';
import type { ClaimedJob } from '../queue/claim.js';
import { keptLogLines, type LogLine, reportOnJob } from '../queue/report.js';
import type { JobProgress } from '../record.js';
import type { Timers } from './timers.js';

/** Gathers what a running job says and writes it at most once a second. */
export interface Reporter {
  readonly log: JobLog;
  progress(progress: Progress): void;
  /** Writes what is left. */
  flush(): Promise<void>;
}

const everyMs = 1_000;
const maxMessage = 2_000;

/** @param deps.onState told the job's state after each write; undefined when its lease is lost */
export function createReporter(
  job: ClaimedJob,
  deps: {
    readonly execute: Execute;
    readonly clock: Clock;
    readonly timers: Timers;
    readonly log: Logger;
    readonly onState: (state: string | undefined) => void;
  },
): Reporter {
  const { execute, clock, timers, log, onState } = deps;
  let progress: JobProgress | undefined;
  let lines: LogLine[] = [];
  let callOff: (() => void) | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const write = async () => {
    callOff?.();
    callOff = undefined;
    if (progress === undefined && lines.length === 0) return;
    const [sent, sentLines] = [progress, lines];
    progress = undefined;
    lines = [];
    try {
      onState(await reportOnJob(execute, job, sent, sentLines));
    } catch (error) {
      log.warn({ err: error, job: job.id, kind: job.kind }, 'a report of a job was not written');
    }
  };
  const flush = () => {
    underWay = underWay.then(write);
    return underWay;
  };
  const soon = () => {
    callOff ??= timers.after(everyMs, () => void flush());
  };
  const say = (level: LogLine['level']) => (message: string) => {
    log[level]({ job: job.id, kind: job.kind, tenant: job.tenant }, message);
    lines.push({
      at: new Date(clock.now()).toISOString(),
      level,
      message: message.slice(0, maxMessage),
    });
    if (lines.length > keptLogLines) lines.shift();
    soon();
  };
  return {
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    progress: (said) => {
      progress = toStored(said);
      soon();
    },
    flush,
  };
}

function toStored(progress: Progress): JobProgress {
  const { sentence } = progress;
  const words = sentence === undefined ? {} : { sentence: sentence.slice(0, 300) };
  if ('fraction' in progress) return { fraction: share(progress.fraction), ...words };
  const { done, total } = progress;
  return { fraction: share(total > 0 ? done / total : 0), done, total, ...words };
}

function share(fraction: number): number {
  return Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
}
