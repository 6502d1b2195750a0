import { createQuestionParser, type QuestionParser } from '@olympus/language';
import { createModel, describeModel, translateModel } from '@olympus/semantic';
import { buildCatalogue } from '../ask/catalogue.js';
import { studiesOf } from '../ask/studies-catalogue.js';

/** Values of a homeware shop, as its warehouse would spell them. */
const values: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'product.name': ['Table lamp, linen', 'Teapot', 'Wool throw, grey'],
    'product.id': ['p1', 'p2', 'p3'],
    'product.category': ['Lighting', 'Kitchen', 'Home textiles', 'Seeds & bulbs'],
    'product.brand': ['Casa Lume', 'Halden', 'Moorland'],
    'order.channel': ['web', 'store', 'app'],
    'location.name': ['Munich', 'Hamburg Altona'],
    'location.city': ['Berlin', 'Hamburg', 'Munich'],
    'customer.country': ['DE', 'FR', 'AT'],
    'customer.city': ['Berlin', 'Paris', 'Vienna'],
    'customer.birth_decade': ['1970', '1980'],
    'session.device': ['desktop', 'mobile'],
  }),
);

/** Questions over the whole commerce model and a small homeware shop, on Saturday, 28 November 2026. */
export function commerceParser(): QuestionParser {
  const model = createModel();
  const english = describeModel(model);
  const catalogue = buildCatalogue(english, describeModel(translateModel(model, 'de')), values, {
    currency: 'EUR',
    studies: studiesOf(
      [],
      [],
      [],
      english.dimensions.map(({ name }) => name).filter((name) => name.startsWith('customer.')),
    ),
  });
  return createQuestionParser(catalogue, {
    now: '2026-11-28T12:00:00Z',
    timeZone: 'Europe/Berlin',
    weekStart: 'monday',
    fiscalYearStartMonth: 1,
  });
}
