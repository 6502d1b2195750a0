import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Environment } from '@olympus/platform';
import helmet from 'helmet';

/**
 * The headers that keep browsers from doing with a page what it is not for. They are alike for every
 * answer, so they are worked out once.
 */
export function pageHeaders(environment: Environment): Readonly<Record<string, string>> {
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // charts set styles from script
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: environment === 'development' ? false : { maxAge: 15_552_000 },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  const request = new IncomingMessage(new Socket());
  const answer = new ServerResponse(request);
  middleware(request, answer, () => {});
  return Object.fromEntries(
    answer.getHeaderNames().map((name) => [name, String(answer.getHeader(name))]),
  );
}

/** What a page says instead that some sites may frame, and what it then does not say. */
export function framedHeaders(
  headers: Readonly<Record<string, string>>,
  sites: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const policy = headers['content-security-policy'] ?? '';
  return {
    'content-security-policy': policy.replace(
      "frame-ancestors 'none'",
      `frame-ancestors ${sites.join(' ')}`,
    ),
    // knows no list of sites, and would refuse them all
    'x-frame-options': undefined,
  };
}
