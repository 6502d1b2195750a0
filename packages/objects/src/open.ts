import type { Clock } from '@olympus/core';
import { openFolderObjects } from './folder/folder-objects.js';
import type { ObjectsLocation } from './location.js';
import type { Objects } from './objects.js';
import { createBucket } from './s3/bucket.js';
import { createS3Objects } from './s3/s3-objects.js';

/** Opens the files at a location. @throws Problem objects_unavailable for a folder that cannot be used */
export async function openObjects(location: ObjectsLocation, clock: Clock): Promise<Objects> {
  return location.kind === 'folder'
    ? openFolderObjects(location.path, clock)
    : createS3Objects(createBucket(location.location, location.credentials));
}
