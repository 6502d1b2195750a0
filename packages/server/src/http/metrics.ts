import type { IngestAnswer } from '@olympus/ingest';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface ServerMetrics {
  readonly registry: Registry;
  /** @param route the pattern, never the address itself: addresses hold ids */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** The collector's own counting: no labels, because it runs for every request. */
  countAnswer(answer: IngestAnswer, seconds: number): void;
  /** @param code of the problem; there are few of them */
  countRefusal(code: string): void;
}

export interface GaugeSources {
  readonly queuedEvents: () => number;
  readonly backlogBytes: () => number;
  readonly liveStreams: () => number;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createServerMetrics(sources: GaugeSources): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'olympus_http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const totals = { stored: 0, duplicate: 0, dead_lettered: 0 };
  const events = new Counter({
    name: 'olympus_ingest_events_total',
    help: 'Events answered by the collector, by outcome',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      this.inc({ outcome: 'stored' }, totals.stored);
      this.inc({ outcome: 'duplicate' }, totals.duplicate);
      this.inc({ outcome: 'dead_lettered' }, totals.dead_lettered);
    },
  });
  const acknowledgements = new Histogram({
    name: 'olympus_ingest_request_seconds',
    help: 'Time from a request’s body to its acknowledgement',
    buckets,
    registers,
  });
  const refusals = new Counter({
    name: 'olympus_ingest_refused_total',
    help: 'Collector requests refused as a whole, by the code of the problem',
    labelNames: ['code'],
    registers,
  });
  const queued = new Gauge({
    name: 'olympus_ingest_queued_events',
    help: 'Events that wait for the writer',
    registers,
    collect() {
      this.set(sources.queuedEvents());
    },
  });
  const backlog = new Gauge({
    name: 'olympus_warehouse_backlog_bytes',
    help: 'Acknowledged commits in the journal that are not loaded into the tables yet',
    registers,
    collect() {
      this.set(sources.backlogBytes());
    },
  });
  const streams = new Gauge({
    name: 'olympus_live_streams',
    help: 'Open live streams',
    registers,
    collect() {
      this.set(sources.liveStreams());
    },
  });
  for (const metric of [events, queued, backlog, streams]) registry.registerMetric(metric);
  return {
    registry,
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status }, seconds),
    countAnswer: (answer, seconds) => {
      totals.stored += answer.stored;
      totals.duplicate += answer.duplicates;
      totals.dead_lettered += answer.dead_lettered;
      acknowledgements.observe(seconds);
    },
    countRefusal: (code) => refusals.inc({ code }),
  };
}
