import {
  type ComponentHealth,
  defineRoom,
  type Handlers,
  type HealthCheck,
} from '@olympus/contract';
import { Problem } from '@olympus/core';
import platformRoom from '@olympus/platform/room';
import warehouseRoom from '@olympus/warehouse/room';
import { writeBackup } from '../backup.js';
import type { ServerMeter } from '../hall/meter.js';
import contract from './contract.js';

/** What is known only once every room is open. */
export interface SystemSources {
  readonly health: () => readonly HealthCheck[];
  readonly registry: () => ServerMeter['registry'];
}

/** The installation as a room of the server's own. */
export function createSystemRoom(sources: SystemSources) {
  return defineRoom({
    contract,
    async open(hall) {
      const [platform, warehouse] = await Promise.all([
        hall.use(platformRoom),
        hall.use(warehouseRoom),
      ]);
      const { clock, dataDir, version } = hall;
      const handlers: Handlers<typeof contract.operations> = {
        ...probeHandlers(sources, version),
        'system.backup': async ({ input }) =>
          writeBackup(input.folder, {
            platform,
            warehouse,
            dataDir,
            version,
            nowMs: clock.now(),
          }),
      };
      return { service: undefined, handlers };
    },
  });
}

type Probe = 'system.live' | 'system.ready' | 'system.health' | 'system.metrics';

function probeHandlers(
  { health, registry }: SystemSources,
  version: string,
): Pick<Handlers<typeof contract.operations>, Probe> {
  return {
    'system.live': () => ({ status: 'ok' }),
    'system.ready': async () => {
      const essential = health().filter((check) => check.essential);
      const states = await Promise.all(essential.map(examine));
      if (states.some((state) => state.status !== 'ok')) throw notReady();
      return { status: 'ok' };
    },
    'system.health': async ({ caller }) => {
      const components = await Promise.all(health().map(examine));
      const detailed = caller?.allowsEverywhere('system:read') ?? false;
      return {
        status: worstOf(components),
        version,
        components: components.map(({ detail, ...component }) =>
          detailed && detail !== undefined ? { ...component, detail } : component,
        ),
      };
    },
    'system.metrics': async () => ({
      body: await registry().metrics(),
      mediaType: registry().contentType,
    }),
  };
}

/** A component's state right now; never rejects. */
async function examine({ name, check }: HealthCheck): Promise<ComponentHealth> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: 'down', detail: { reason } };
  }
}

function worstOf(components: readonly ComponentHealth[]): ComponentHealth['status'] {
  const found = (['down', 'degraded'] as const).find((status) =>
    components.some((component) => component.status === status),
  );
  return found ?? 'ok';
}

function notReady(): Problem {
  return new Problem({
    code: 'not_ready',
    kind: 'unavailable',
    message: 'Events cannot be stored durably right now',
    remedy: 'GET /api/health says what is wrong.',
  });
}
