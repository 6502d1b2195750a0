import type { BasketPair, BasketSide, BasketsAnswer } from '@olympus/sdk';
import { ShoppingBasket } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { PHONE, useMedia } from '../app/use-media.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { type Column, DataTable } from '../table/index.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { Answered } from './answered.js';
import { Choices, Choose } from './choices.js';
import { basketsQuery, useWatch } from './queries.js';
import { watchRequest } from './request.js';
import { retentionSearch } from './retention-search.js';
import { retentionTexts } from './texts.js';

/** What is bought together; a row opens what goes with its first item. */
export function BasketsTab() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const [search, change] = usePageSearch(retentionSearch);
  const { locale, ...asked } = {
    ...watchRequest(scope, useLanguage()),
    by: search.basket,
    item: search.item,
    order: search.sort,
    limit: 50,
    ...(search.focus === undefined ? {} : { focus: search.focus }),
  } as const;
  const query = useWatch(basketsQuery, tenant.id, { ...asked, locale });
  return (
    <>
      <Choices>
        <Choose
          label={t('item')}
          value={search.item}
          values={['product', 'category', 'brand']}
          text={(value) => t(`item.${value}`)}
          onChange={(item) => change({ item, focus: undefined }, { replace: true })}
        />
        <Choose
          label={t('basket')}
          value={search.basket}
          values={['order', 'customer']}
          text={(value) => t(`basket.${value}`)}
          onChange={(basket) => change({ basket }, { replace: true })}
        />
        <Choose
          label={t('sort')}
          value={search.sort}
          values={['lift', 'together']}
          text={(value) => t(`sort.${value}`)}
          onChange={(sort) => change({ sort }, { replace: true })}
        />
        {search.focus !== undefined && (
          <Button onClick={() => change({ focus: undefined })}>{t('allPairs')}</Button>
        )}
      </Choices>
      <Answered
        query={query}
        what={t('loadFailed')}
        saves={{
          title: t('pairsTitle'),
          ask: { operation: 'baskets.run', input: asked },
          view: { kind: 'baskets' },
        }}
      >
        {(answer) => <Pairs answer={answer} onFocus={(focus) => change({ focus })} />}
      </Answered>
    </>
  );
}

const nameOf = ({ id, label }: BasketSide): string => label ?? id;

function Pairs({
  answer,
  onFocus,
}: {
  readonly answer: BasketsAnswer;
  readonly onFocus: (id: string) => void;
}) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const columns = usePairColumns(answer.item);
  const { pairs, baskets, focus } = answer;
  if (pairs.length === 0) {
    return (
      <EmptyState icon={ShoppingBasket} title={t('noPairsTitle')}>
        {t('noPairs', { minimum: answer.minimum })}
      </EmptyState>
    );
  }
  const count = (value: number) => formatFull(value, 'count', style);
  const title = focus === null ? t('pairsTitle') : t('goesWith', { item: focusName(answer) });
  return (
    <section className="card min-w-0 px-4 pt-3 pb-2">
      <h2 className="font-semibold text-md">{title}</h2>
      <p className="mt-0.5 max-w-[90ch] text-text-3 text-xs">
        {t('pairsAbout', { baskets: count(baskets), minimum: answer.minimum })}
        {answer.largest !== null &&
          ` ${t('leftOut', { baskets: count(answer.left_out), largest: count(answer.largest) })}`}
        {answer.sampled < 1 && ` ${t('sampled', { share: formatShare(answer.sampled, style) })}`}
      </p>
      <div className="-mx-2 mt-2">
        <DataTable
          label={title}
          name="baskets"
          columns={columns}
          rows={pairs}
          rowKey={({ one, other }) => `${one.id} ${other.id}`}
          onOpen={({ one, other }) => onFocus(focus === one.id ? other.id : one.id)}
        />
      </div>
    </section>
  );
}

/** What is told of a pair. */
export function usePairColumns(item: BasketsAnswer['item']): readonly Column<BasketPair>[] {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const phone = useMedia(PHONE);
  const share = (value: number) => formatShare(value, style);
  const hundredths = new Intl.NumberFormat(style.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const times = (value: number) => `${hundredths.format(value)}×`;
  const number = (
    key: string,
    label: string,
    value: (pair: BasketPair) => number,
    text: (pair: BasketPair) => string,
    more: Partial<Column<BasketPair>> = {},
  ): Column<BasketPair> => ({ key, label, kind: 'number', width: 120, value, text, ...more });
  return [
    { key: 'one', label: t(`item.${item}`), kind: 'text', value: ({ one }) => nameOf(one) },
    {
      key: 'other',
      label: t('with'),
      kind: 'text',
      width: phone ? 112 : 260,
      value: ({ other }) => nameOf(other),
      hint: ({ other }) => nameOf(other),
    },
    number(
      'together',
      t('together'),
      ({ together }) => together,
      ({ together }) => formatFull(together, 'count', style),
      { onPhone: false },
    ),
    number(
      'lift',
      t('lift'),
      ({ lift }) => lift,
      ({ lift }) => times(lift),
      {
        width: 76,
        // whether the two go together at all is in its interval
        show: ({ lift, lift_lower }) => (
          <span className={lift_lower > 1 ? 'font-semibold' : 'text-text-2'}>{times(lift)}</span>
        ),
      },
    ),
    number(
      'interval',
      t('interval'),
      ({ lift_lower }) => lift_lower,
      ({ lift_lower, lift_upper }) => `${times(lift_lower)} – ${times(lift_upper)}`,
      { width: 150, quiet: true, onPhone: false },
    ),
    number(
      'of one',
      t('ofOne'),
      ({ confidence_one }) => confidence_one,
      (pair) => share(pair.confidence_one),
      { width: 110, onPhone: false },
    ),
    number(
      'of other',
      t('ofOther'),
      ({ confidence_other }) => confidence_other,
      (pair) => share(pair.confidence_other),
      { width: 110, onPhone: false, optional: true },
    ),
    number(
      'support',
      t('support'),
      ({ support }) => support,
      (pair) => share(pair.support),
      { width: 90, onPhone: false },
    ),
  ];
}

/** The item's name, once a pair tells it. */
function focusName({ focus, pairs }: BasketsAnswer): string {
  const [pair] = pairs;
  return pair?.one.id === focus ? nameOf(pair.one) : (focus ?? '');
}
