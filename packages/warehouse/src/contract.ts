import { contract } from '@olympus/contract';

export default contract({
  room: 'warehouse',
  about: 'Where ledgers are stored',
  permissions: {},
  operations: [],
});
