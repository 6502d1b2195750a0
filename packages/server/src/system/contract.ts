import {
  accepted,
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
      examples: [{ name: 'What Prometheus reads', input: {} }],
    }),
    operation({
      id: 'system.backup',
      method: 'POST',
      path: '/api/system/backups',
      summary: 'Copy the data into the folder of backups, while the server goes on',
      description:
        'Runs as a job, which the answer names. The operator decides where backups lie ' +
        '(`OLYMPUS_BACKUP_DIR`). The key that opens what is sealed is not copied unless asked for: ' +
        'keep it somewhere else.',
      permission: 'system:admin',
      input: record({
        name: optional(
          Type.String({
            pattern: '^[a-z0-9][a-z0-9_-]{0,63}$',
            description: 'What the backup is called; the time when none is given',
          }),
        ),
        with_key: optional(
          Type.Boolean({ description: 'Whether to copy the key beside what it opens' }),
        ),
      }),
      answer: accepted(
        record(
          { job: Type.Integer({ description: 'Id of the job' }), name: Type.String() },
          { title: 'BackupAccepted' },
        ),
      ),
      problems: {
        backup_exists: 'conflict',
        backup_folder_unusable: 'conflict',
        dump_not_offered: 'unsupported',
      },
      repeats: 'once',
      cost: 'heavy',
      audit: 'system.backed_up',
      since: '0.1.0',
      examples: [{ name: 'Under a name', input: { name: 'monday' }, answer: { name: 'monday' } }],
    }),
    operation({
      id: 'system.backups',
      method: 'GET',
      path: '/api/system/backups',
      summary: 'List complete backups, newest first',
      permission: 'system:admin',
      input: record({}),
      answer: json(
        record(
          {
            backups: Type.Array(
              record(
                {
                  name: Type.String(),
                  folder: Type.String(),
                  made_at: Type.String({ format: 'date-time' }),
                  with_key: Type.Boolean({
                    description: 'Whether the key that opens what is sealed lies beside it',
                  }),
                  files: Type.Array(record({ name: Type.String(), bytes: Type.Integer() })),
                },
                { title: 'Backup' },
              ),
            ),
          },
          { title: 'BackupList' },
        ),
      ),
      repeats: 'safe',
      since: '0.1.0',
      examples: [{ name: 'All there are', input: {} }],
    }),
  ],
});
