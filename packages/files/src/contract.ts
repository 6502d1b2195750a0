import { contract } from '@olympus/contract';
import { importOperations } from './operations/imports.contract.js';
import { uploadOperations } from './operations/uploads.contract.js';

export default contract({
  room: 'files',
  about: 'Files of other systems: uploaded, recognised, previewed, imported as events, undone',
  permissions: {
    'imports:read': { about: 'see imports and what was rejected', heldBy: ['owner', 'analyst'] },
    'imports:write': { about: 'upload files, import them and undo imports', heldBy: ['owner'] },
  },
  operations: [...uploadOperations, ...importOperations],
});
