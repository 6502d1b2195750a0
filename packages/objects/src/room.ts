import { basename } from 'node:path';
import { defineRoom, type Handlers } from '@olympus/contract';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createObjectLinks, type LinkTarget } from './links.js';
import { parseObjectsUrl } from './location.js';
import type { Objects } from './objects.js';
import { openObjects } from './open.js';

/** What rooms below ask of this one. */
export interface ObjectsService {
  readonly objects: Objects;
  /** An address that leads to the file for so long, without a session. */
  link(target: LinkTarget, lifetimeMs: number): string;
}

/** Where files are kept, as the operator says; without `url` in the data folder. */
export interface ObjectsSettings {
  readonly url: string | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const credentials = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_ENDPOINT_URL_S3',
  'GS_ACCESS_KEY_ID',
  'GS_SECRET_ACCESS_KEY',
];

export default defineRoom({
  contract,
  settings: (read): ObjectsSettings => ({
    url: read.text('OLYMPUS_OBJECTS_URL'),
    variables: Object.fromEntries(credentials.map((name) => [name, read.text(name)])),
  }),
  async open({ clock, dataDir, publicUrl, use }, { url, variables }: ObjectsSettings) {
    const platform = await use(platformRoom);
    const objects = await openObjects(parseObjectsUrl(url, { variables, dataDir }), clock);
    const links = createObjectLinks(platform.deriveKey('objects.links'), clock);
    const service: ObjectsService = {
      objects,
      link: (target, lifetimeMs) => `${publicUrl()}/objects/${links.sign(target, lifetimeMs)}`,
    };
    const handlers: Handlers<typeof contract.operations> = {
      'objects.download': async ({ input }) => {
        const { scope, key } = links.verify(input.token);
        const { info, content } = await objects.get(scope, key);
        return { body: content, mediaType: info.contentType, name: basename(key) };
      },
    };
    return { service, handlers };
  },
});
