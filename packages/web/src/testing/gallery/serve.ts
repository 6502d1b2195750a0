import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the gallery as it is in the source, into a folder of its own, and serves it. */
export async function startGallery(): Promise<Gallery> {
  const { build, preview } = await import('vite');
  const web = fileURLToPath(new URL('../../..', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'olympus-gallery-'));
  process.env.NODE_ENV = 'production';
  const options = {
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error' as const,
  };
  await build({ ...options, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...options,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, proxy: {} },
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('The gallery has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
