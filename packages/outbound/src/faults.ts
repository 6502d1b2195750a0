import { Problem } from '@olympus/core';

export function privateAddress(host: string): Problem {
  return new Problem({
    code: 'private_address',
    kind: 'forbidden',
    message: `${host} is not an address on the internet`,
    remedy: 'Name a public host; the operator can allow others with OLYMPUS_OUTBOUND_ALLOW.',
  });
}

export function addressRefused(reason: string, remedy: string): Problem {
  return new Problem({ code: 'address_refused', kind: 'invalid', message: reason, remedy });
}

export function unreachable(host: string, cause: unknown): Problem {
  return new Problem({
    code: 'host_unreachable',
    kind: 'unavailable',
    message: `${host} cannot be reached`,
    remedy: 'Check the address, and that the host is up and its certificate valid.',
    cause,
  });
}

export function tooSlow(host: string, deadlineMs: number): Problem {
  return new Problem({
    code: 'host_timeout',
    kind: 'timeout',
    message: `${host} did not answer within ${deadlineMs} ms`,
    remedy: 'Try again later.',
  });
}

export function tooLarge(host: string, maxBytes: number): Problem {
  return new Problem({
    code: 'answer_too_large',
    kind: 'too_large',
    message: `The answer of ${host} is larger than ${maxBytes} bytes`,
  });
}

export function tooManyRedirects(host: string, most: number): Problem {
  return new Problem({
    code: 'too_many_redirects',
    kind: 'unavailable',
    message: `${host} redirects more than ${most} times`,
    remedy: 'Name the address that it leads to.',
  });
}
