export { saleLine } from './sales.js';
export { openTestShop, shop, type TestShop } from './shop.js';
