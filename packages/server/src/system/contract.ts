import {
  anyObject,
  contract,
  file,
  json,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';

const status = oneOf(['ok', 'degraded', 'down']);
const probes = ['http'] as const;

export default contract({
  room: 'system',
  about: 'The installation: its health, its figures, its backups',
  permissions: {},
  operations: [
    operation({
      id: 'system.live',
      method: 'GET',
      path: '/livez',
      summary: 'Tell whether the process answers',
      permission: 'public',
      input: record({}),
      answer: json(record({ status: Type.Literal('ok') }, { title: 'Alive' })),
      repeats: 'safe',
      cost: 'free',
      since: '0.1.0',
      surfaces: probes,
      examples: [{ name: 'A probe', input: {} }],
    }),
    operation({
      id: 'system.ready',
      method: 'GET',
      path: '/readyz',
      summary: 'Tell whether events can be stored durably right now',
      permission: 'public',
      input: record({}),
      answer: json(record({ status: Type.Literal('ok') }, { title: 'Ready' })),
      problems: { not_ready: 'unavailable' },
      repeats: 'safe',
      cost: 'free',
      since: '0.1.0',
      surfaces: probes,
      examples: [{ name: 'A probe', input: {} }],
    }),
    operation({
      id: 'system.health',
      method: 'GET',
      path: '/api/health',
      summary: 'Show the state of each component',
      description: 'Callers with `system:read` see details.',
      permission: 'public',
      input: record({}),
      answer: json(
        record(
          {
            status,
            version: Type.String(),
            components: Type.Array(
              record(
                { name: Type.String(), status, detail: optional(anyObject()) },
                { title: 'ComponentHealth' },
              ),
            ),
          },
          { title: 'Health', description: 'The worst of the components, and each of them' },
        ),
      ),
      repeats: 'safe',
      since: '0.1.0',
      examples: [{ name: 'How is it?', input: {}, answer: { status: 'ok' } }],
    }),
    operation({
      id: 'system.metrics',
      method: 'GET',
      path: '/metrics',
      summary: 'Give figures for Prometheus',
      permission: 'public',
      input: record({}),
      answer: file('text/plain'),
      repeats: 'safe',
      cost: 'free',
      since: '0.1.0',
      surfaces: probes,
    }),
    operation({
      id: 'system.backup',
      method: 'POST',
      path: '/api/system/backup',
      summary: 'Copy the data into a folder on the server',
      permission: 'system:admin',
      input: record({ folder: Type.String({ minLength: 1, maxLength: 4096 }) }),
      answer: json(
        record(
          {
            folder: Type.String(),
            files: Type.Array(record({ name: Type.String(), bytes: Type.Integer() })),
          },
          { title: 'Backup' },
        ),
      ),
      problems: { backup_target_not_empty: 'conflict', dump_not_offered: 'unsupported' },
      repeats: 'once',
      cost: 'heavy',
      audit: 'system.backed_up',
      since: '0.1.0',
      examples: [{ name: 'Into a new folder', input: { folder: '/var/backups/olympus/monday' } }],
    }),
  ],
});
