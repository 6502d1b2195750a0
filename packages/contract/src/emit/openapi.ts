import type { Example, Operation } from '../operation.js';
import { areaOf, isOffered } from '../operation.js';
import { membersOf, placementOf, tenantPlace } from '../placement.js';
import { commonProblems, problemSchema, statusByKind } from '../problems.js';
import type { Contract } from '../room.js';
import { type Components, createComponents, type JsonSchema } from './components.js';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The reference of everything that is offered over HTTP: an OpenAPI 3.1 document. */
export function toOpenApi(contracts: readonly Contract[], version: string): JsonSchema {
  const components = createComponents(reference);
  const problem = components.refer(problemSchema);
  const paths: Record<string, Record<string, unknown>> = {};
  const tags = new Map<string, string>();
  for (const { operations, about } of contracts) {
    for (const operation of operations) {
      if (!isOffered(operation, 'http')) continue;
      if (!tags.has(areaOf(operation))) tags.set(areaOf(operation), about);
      const path = operation.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = {
        ...paths[path],
        [operation.method.toLowerCase()]: describe(operation, components, problem),
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Olympus',
      version,
      description:
        'Analytics for commerce: events in, answers out. Faults are problem documents (RFC 9457) with a stable `code`. A tenant that the caller may not see is answered like one that does not exist: 404.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: [...tags].map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(components.schemas),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'API key (oly_…) or JWT' },
        write_key: { type: 'http', scheme: 'basic', description: 'API key as the user name' },
        session: { type: 'apiKey', in: 'cookie', name: 'olympus_session' },
      },
    },
  };
}

function describe(operation: Operation, components: Components, problem: JsonSchema): JsonSchema {
  const { permission } = operation;
  const isPublic = permission === 'public';
  return {
    operationId: operation.id,
    tags: [areaOf(operation)],
    summary: operation.summary,
    description: [
      operation.description,
      `Permission: \`${permission}\`.`,
      operation.repeats === 'once' ? undefined : `Repeating it is ${operation.repeats}.`,
    ]
      .filter((line) => line !== undefined)
      .join('\n\n'),
    security: isPublic ? [{}, { session: [] }] : [{ key: [] }, { write_key: [] }, { session: [] }],
    parameters: parametersOf(operation, components),
    ...requestBody(operation, components),
    responses: { ...successOf(operation, components), ...faultsOf(operation, problem) },
    'x-permission': permission,
    'x-repeats': operation.repeats,
    'x-since': operation.since,
  };
}

function parametersOf(operation: Operation, components: Components): readonly JsonSchema[] {
  const { path, query } = placementOf(operation);
  const place = (names: readonly string[], where: 'path' | 'query') => {
    const { properties, required = [] } = membersOf(operation, names) as unknown as {
      readonly properties: Readonly<Record<string, JsonSchema>>;
      readonly required?: readonly string[];
    };
    return names.flatMap((name) => {
      const schema = properties[name];
      if (schema === undefined) return [];
      const { description, ...rest } = schema;
      const [example] = operation.examples ?? [];
      const shown = example === undefined ? undefined : shownInput(example)[name];
      return [
        {
          name,
          in: where,
          required: where === 'path' || required.includes(name),
          ...(description === undefined ? {} : { description }),
          schema: components.refer(rest),
          ...(shown === undefined ? {} : { example: shown }),
        },
      ];
    });
  };
  const sender = {
    name: 'olympus-tenant',
    in: 'header',
    required: false,
    description: 'Id of the tenant, for callers of several',
    schema: { type: 'string' },
  };
  return [
    ...place(path, 'path'),
    ...place(query, 'query'),
    ...(tenantPlace(operation) === 'sender' ? [sender] : []),
  ];
}

function requestBody(operation: Operation, components: Components): JsonSchema {
  const { body } = placementOf(operation);
  switch (body.kind) {
    case 'none':
      return {};
    case 'upload':
      return content(operation.upload?.mediaTypes ?? [], { type: 'string', format: 'binary' });
    case 'whole': {
      const schema = membersOf(operation, [body.name]).properties[body.name];
      const types = operation.bytes?.mediaTypes ?? ['application/json'];
      const examples = namedExamples(operation, (input) => input[body.name]);
      return content(types, components.refer(schema), examples);
    }
    case 'members': {
      const schema = membersOf(operation, body.names);
      const { required = [] } = schema as { readonly required?: readonly string[] };
      const examples = namedExamples(operation, (input) =>
        Object.fromEntries(
          body.names.flatMap((name) => (name in input ? [[name, input[name]]] : [])),
        ),
      );
      return content(['application/json'], components.refer(schema), examples, required.length > 0);
    }
  }
}

function content(
  types: readonly string[],
  schema: JsonSchema,
  examples: JsonSchema = {},
  required = true,
): JsonSchema {
  const described = { schema, ...examples };
  const text = { schema: { type: 'string', description: 'A JSON value a line' } };
  return {
    requestBody: {
      required,
      content: Object.fromEntries(
        types.map((type) => [type, type === 'application/x-ndjson' ? text : described]),
      ),
    },
  };
}

function namedExamples(
  operation: Operation,
  pick: (input: Readonly<Record<string, unknown>>) => unknown,
): JsonSchema {
  const { examples = [] } = operation;
  if (examples.length === 0) return {};
  const named = examples.map((example) => [
    example.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    { summary: example.name, value: pick(shownInput(example)) },
  ]);
  return { examples: Object.fromEntries(named) };
}

/** The input of an example, with a telling word where it takes something from another answer. */
function shownInput(example: Example): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(example.input).replace(
    /\{\{([a-z_]+)\.[a-z_]+\/(?:\w+\/)*(\w+)\}\}/g,
    (_, area: string, member: string) => `${area}-${member}`,
  );
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

function successOf(operation: Operation, components: Components): JsonSchema {
  const { answer } = operation;
  switch (answer.kind) {
    case 'json':
      return {
        [answer.status]: {
          description: operation.summary,
          content: { 'application/json': { schema: components.refer(answer.schema) } },
        },
      };
    case 'none':
      return { 204: { description: 'Done' } };
    case 'stream':
      return {
        200: {
          description: `Server-sent events named ${answer.event}`,
          content: { 'text/event-stream': { schema: components.refer(answer.schema) } },
        },
      };
    case 'file':
      return {
        200: {
          description: 'The file',
          content: Object.fromEntries(
            answer.mediaTypes.map((type) => [type, { schema: { type: 'string' } }]),
          ),
        },
      };
    case 'redirect':
      return {
        302: {
          description: 'Go on there',
          headers: { location: { required: true, schema: { type: 'string' } } },
        },
      };
  }
}

/** Faults by status, each with the codes that it may bear. */
function faultsOf(operation: Operation, problem: JsonSchema): JsonSchema {
  const codes = new Map<number, string[]>();
  for (const [code, kind] of Object.entries({ ...commonProblems, ...operation.problems })) {
    if (!applies(operation, code)) continue;
    const status = statusByKind[kind];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...codes].map(([status, listed]) => [
      status,
      {
        description: `Codes: ${listed.map((code) => `\`${code}\``).join(', ')}`,
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

const guarded = new Set(['forbidden', 'unauthenticated']);

function applies({ permission, method }: Operation, code: string): boolean {
  if (guarded.has(code) && permission === 'public') return false;
  return code !== 'csrf' || method !== 'GET';
}
