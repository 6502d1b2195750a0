import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { notFound } from './problems.js';
import type { App } from './type-provider.js';

/** Addresses that are never pages: a fault there is a problem document. */
const machinePaths = /^\/(api|v1|mcp|graphql|docs|metrics|livez|readyz|sign-in|assets)(\/|$)/;

type HeadersOf = (path: string) => Promise<Readonly<Record<string, string | undefined>>>;

/**
 * The web application's files, and its one page for every address that is a page of it.
 * @param webRoot folder of the built application; may be absent (a server without its page)
 * @param headersOf what the page at a path says other than all; undefined takes a header away
 */
export async function registerWeb(
  app: App,
  webRoot: string,
  headersOf: HeadersOf = async () => ({}),
): Promise<void> {
  const path = join(webRoot, 'index.html');
  const page = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (page !== undefined) {
    await app.register(async (files) => {
      files.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: { permission: 'public' } };
      });
      await files.register(fastifyStatic, {
        root: webRoot,
        wildcard: false,
        index: false,
        dotfiles: 'ignore',
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          // hashed names never change their content; the page itself always may
          const forEver = path.includes(`${join(webRoot, 'assets')}`);
          reply.setHeader(
            'cache-control',
            forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      });
    });
  }
  const sendPage = (reply: FastifyReply) => {
    if (page === undefined) throw notFound();
    return reply
      .header('cache-control', 'no-cache')
      .header('content-type', 'text/html; charset=utf-8')
      .send(page);
  };
  app.get('/', { config: { access: { permission: 'public' } } }, (_request, reply) =>
    sendPage(reply),
  );
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const isPage =
      request.method === 'GET' && wantsPage && !machinePaths.test(path) && !path.includes('.');
    if (!isPage) throw notFound();
    for (const [name, value] of Object.entries(await headersOf(path))) {
      if (value === undefined) reply.raw.removeHeader(name);
      else reply.raw.setHeader(name, value);
    }
    return sendPage(reply);
  });
}
