import type { Meter } from '@olympus/contract';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The rooms' figures and the server's own, for Prometheus. */
export interface ServerMeter extends Meter {
  readonly registry: Registry;
  /** @param route the pattern, never the address itself: addresses hold ids */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** @param code of the problem; there are few of them */
  countRefusal(code: string): void;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMeter(): ServerMeter {
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
  const refusals = new Counter({
    name: 'olympus_ingest_refused_total',
    help: 'Collector requests refused as a whole, by the code of the problem',
    labelNames: ['code'],
    registers,
  });
  return {
    registry,
    gauge(name, help, read) {
      new Gauge({
        name: `olympus_${name}`,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    totals(name, help, label, read) {
      new Counter({
        name: `olympus_${name}`,
        help,
        labelNames: [label],
        registers,
        collect() {
          this.reset();
          for (const [value, total] of Object.entries(read())) this.inc({ [label]: value }, total);
        },
      });
    },
    histogram(name, help) {
      const histogram = new Histogram({ name: `olympus_${name}`, help, buckets, registers });
      return (seconds) => histogram.observe(seconds);
    },
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status }, seconds),
    countRefusal: (code) => refusals.inc({ code }),
  };
}
