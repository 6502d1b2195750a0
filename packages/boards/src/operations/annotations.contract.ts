import { created, json, nothing, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { annotationSchema, idField } from './words.contract.js';

const on = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'Local date' });
const label = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const ofAnnotation = { ...ofTenant, id: idField('Id of the annotation') };
const missing = { annotation_not_found: 'not_found', invalid_date: 'invalid' } as const;
const made = { tenant_id: 'shop', id: '{{annotations.add/id}}' };

export const annotationOperations = [
  operation({
    id: 'annotations.add',
    method: 'POST',
    path: '/api/analytics/annotations',
    summary: 'Note what happened on a day, to be drawn on charts',
    permission: 'boards:write',
    input: record({
      ...ofTenant,
      on,
      label,
      board_id: optional(idField('The dashboard that it is drawn on; all without it')),
    }),
    answer: created(annotationSchema),
    problems: { board_not_found: 'not_found', too_many: 'conflict', invalid_date: 'invalid' },
    repeats: 'once',
    audit: 'annotation.added',
    since: '0.1.0',
    examples: [
      {
        name: 'A price change',
        input: { tenant_id: 'shop', on: '2026-05-05', label: 'Prices raised' },
        answer: { on: '2026-05-05', board_id: null },
      },
    ],
  }),
  operation({
    id: 'annotations.list',
    method: 'GET',
    path: '/api/analytics/annotations',
    summary: 'List annotations by date',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      board_id: optional(idField('Those of this dashboard, beside those of all')),
    }),
    answer: json(
      record({ annotations: Type.Array(annotationSchema) }, { title: 'AnnotationList' }),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'annotations.change',
    method: 'PUT',
    path: '/api/analytics/annotations/:id',
    summary: 'Correct an annotation',
    permission: 'boards:write',
    input: record({ ...ofAnnotation, on, label }),
    answer: json(annotationSchema),
    problems: missing,
    repeats: 'idempotent',
    audit: 'annotation.changed',
    since: '0.1.0',
    examples: [
      { name: 'A day later', input: { ...made, on: '2026-05-06', label: 'Prices raised' } },
    ],
  }),
  operation({
    id: 'annotations.remove',
    method: 'DELETE',
    path: '/api/analytics/annotations/:id',
    summary: 'Remove an annotation',
    permission: 'boards:write',
    input: record(ofAnnotation),
    answer: nothing,
    problems: { annotation_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'annotation.removed',
    since: '0.1.0',
    examples: [{ name: 'Away with it', input: made }],
  }),
] as const;
