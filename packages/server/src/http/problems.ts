import { STATUS_CODES } from 'node:http';
import { type ProblemDocument, statusByKind } from '@olympus/contract';
import { Problem } from '@olympus/core';

export const problemMediaType = 'application/problem+json; charset=utf-8';

export function statusOf(problem: Problem): number {
  return statusByKind[problem.kind];
}

export function toDocument(problem: Problem, requestId: string): ProblemDocument {
  const status = statusOf(problem);
  return {
    type: `urn:olympus:problem:${problem.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: problem.message,
    code: problem.code,
    ...(problem.at === undefined ? {} : { at: problem.at }),
    ...(problem.remedy === undefined ? {} : { remedy: problem.remedy }),
    request_id: requestId,
  };
}

interface FrameworkError {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly message: string;
}

/** Whatever was thrown, as a problem; a defect becomes `internal_error` without its message. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error) {
    const known = fromFramework(error as FrameworkError);
    if (known !== undefined) return known;
  }
  return new Problem({
    code: 'internal_error',
    kind: 'internal',
    message: 'The server failed to answer this request',
    remedy: 'Try again; if it stays, look for the request id in the server’s log.',
    cause: error,
  });
}

function fromFramework(error: FrameworkError): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem({
        code: 'unsupported_media_type',
        kind: 'unsupported',
        message: 'The content type of the body is not understood here',
        remedy: 'Send JSON with content-type application/json.',
      });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem({
        code: 'body_too_large',
        kind: 'too_large',
        message: 'The body is larger than this route accepts',
        remedy: 'Send it in several requests.',
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Problem({
        code: 'malformed_json',
        kind: 'invalid',
        message: 'The body is not valid JSON',
        remedy: 'Send one JSON value in UTF-8.',
      });
    case 'FST_ERR_BAD_URL':
      return new Problem({
        code: 'malformed_url',
        kind: 'invalid',
        message: 'The address is not a valid URL',
        remedy: 'Percent-encode what is not allowed in an address.',
      });
    default:
  }
  const status = typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 404) return notFound();
  if (status >= 400 && status < 500) {
    return new Problem({ code: 'bad_request', kind: 'invalid', message: error.message });
  }
  return undefined;
}

/** The one answer for what does not exist and for what the caller may not know to exist. */
export function notFound(): Problem {
  return new Problem({
    code: 'not_found',
    kind: 'not_found',
    message: 'There is nothing at this address',
    remedy:
      'Check the address and the tenant in it: "olympus tenant list" shows those that you may see.',
  });
}
