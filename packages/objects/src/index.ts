/**
 * Files that outlive a request: exports, models, backups, uploads. `parseObjectsUrl` reads where
 * they are kept, `openObjects` opens the port `Objects` there (a folder, S3, or Google Cloud
 * Storage by its S3 protocol), and `createObjectLinks` signs links to a file that expire.
 */
export { checkKey } from './keys.js';
export { createObjectLinks, type LinkTarget, type ObjectLinks } from './links.js';
export { type ObjectsLocation, parseObjectsUrl } from './location.js';
export {
  type ByteRange,
  installation,
  type ObjectEntry,
  type ObjectInfo,
  type ObjectPage,
  type ObjectScope,
  type Objects,
  type PutOptions,
  type StoredObject,
} from './objects.js';
export { openObjects } from './open.js';
