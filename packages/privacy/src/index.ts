export type { Receipt, ReceiptEntry } from './erasure/receipt.js';
export type { PersonalExport } from './export/exports.js';
export { tablesWithoutPeople } from './people/tables-without-people.js';
