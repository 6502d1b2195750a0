import { optional } from '../ledgers/column.js';
import { declareRecords } from '../ledgers/ledger.js';

/** What is known of each customer, product and place, exactly as declared. */
export const declaredRecords = [
  declareRecords('customers', 'customer_key', 'What is known of customers, without their names', [
    optional('country', 'string', 'Country'),
    optional('city', 'string', 'City'),
    optional('birth_year', 'integer', 'Year of birth'),
    optional('segment', 'string', 'Segment the business put them in'),
    optional('consent', 'json', 'Consents given'),
    optional('attributes', 'json', 'Other attributes'),
    optional('sealed', 'string', 'Id, name, address and phone, sealed under the person’s key'),
  ]),
  declareRecords('products', 'product_id', 'Products', [
    optional('name', 'string', 'Name'),
    optional('category', 'string', 'Category'),
    optional('brand', 'string', 'Brand'),
    optional('price', 'decimal', 'List price'),
    optional('unit_cost', 'decimal', 'Cost of one unit'),
    optional('attributes', 'json', 'Other attributes'),
  ]),
  declareRecords('locations', 'location_id', 'Shops, branches, warehouses', [
    optional('name', 'string', 'Name'),
    optional('country', 'string', 'Country'),
    optional('city', 'string', 'City'),
    optional('timezone', 'string', 'Time zone'),
  ]),
] as const;
