import { contract, file, operation, record } from '@olympus/contract';
import { Type } from 'typebox';

export default contract({
  room: 'objects',
  about: 'Files that outlive a request',
  permissions: {},
  operations: [
    operation({
      id: 'objects.download',
      method: 'GET',
      path: '/objects/:token',
      summary: 'Download a file by a link that expires',
      description: 'The link is the permission: it names one file and ends at a time.',
      permission: 'public',
      input: record({ token: Type.String({ minLength: 1, maxLength: 4_000 }) }),
      answer: file('application/octet-stream'),
      problems: {
        link_invalid: 'forbidden',
        link_expired: 'forbidden',
        object_not_found: 'not_found',
        objects_unavailable: 'unavailable',
      },
      repeats: 'safe',
      since: '0.1.0',
      surfaces: ['http'],
    }),
  ],
});
