export {
  type ImportOptions,
  type ImportProblem,
  type ImportReport,
  importFiles,
} from './import-files.js';
export type { ImportedEvent } from './mapping/events.js';
export { checkMapping, type Mapping, MappingSchema, parseMapping } from './mapping/mapping.js';
export type { Note, NoteCode } from './notes/notes.js';
