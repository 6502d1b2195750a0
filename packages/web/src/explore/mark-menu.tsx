import type { ModelDescription } from '@olympus/sdk';
import { CalendarRange, Filter, FilterX, List, Split } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Menu, MenuAction, MenuDivider, MenuLabel } from '../ui/menu.js';
import type { Picked, PickedGroup, RowsLink } from './picked.js';
import { exploreTexts } from './texts.js';

const MOST_ROWS = 9;
const MOST_DIMENSIONS = 6;

/** What can be done with a mark, where it lies. */
export function MarkMenu({
  picked,
  dimensions,
  onRows,
  onFilter,
  onZoom,
  onBreakDown,
  onClose,
}: {
  readonly picked: Picked;
  /** Those that it may be broken down by. */
  readonly dimensions: ModelDescription['dimensions'];
  readonly onRows: (link: RowsLink) => void;
  readonly onFilter: (group: PickedGroup, exclude: boolean) => void;
  readonly onZoom: (span: NonNullable<Picked['span']>) => void;
  readonly onBreakDown: (dimension: string, group: PickedGroup | undefined) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(exploreTexts);
  const before = useRef(document.activeElement);
  const { title, metrics, groups, span, x, y } = picked;
  const listed = metrics.flatMap((metric) =>
    groups.flatMap((group) => (group.filters ? [{ metric, group, filters: group.filters }] : [])),
  );
  const [only] = groups.length === 1 ? groups : [];
  const single = listed.length === 1;
  // a span is whole days: hours have no dates of their own
  const zooms = span && span.from.length === 10 && span.to.length === 10 ? span : undefined;
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      }}
      label={t('whatNext', { what: title })}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="pointer-events-none fixed size-px opacity-0"
          style={{ insetInlineStart: 'auto', left: x, top: y }}
        />
      }
    >
      <MenuLabel>{title}</MenuLabel>
      {listed.slice(0, MOST_ROWS).map(({ metric, group, filters }) => (
        <MenuAction
          key={`${metric.text} ${group.label}`}
          icon={<List size={14} aria-hidden="true" />}
          onSelect={() =>
            onRows({
              x: metric.text,
              f: filters,
              ...(span ? { s: [span.from, span.to] as const } : {}),
            })
          }
        >
          {single
            ? t('rows')
            : t('rowsOf', { what: metrics.length > 1 ? metric.label : group.label })}
        </MenuAction>
      ))}
      {(zooms || only?.filters?.length) && <MenuDivider />}
      {zooms && (
        <MenuAction
          icon={<CalendarRange size={14} aria-hidden="true" />}
          onSelect={() => onZoom(zooms)}
        >
          {t('zoom')}
        </MenuAction>
      )}
      {only?.filters && only.filters.length > 0 && (
        <>
          <MenuAction
            icon={<Filter size={14} aria-hidden="true" />}
            onSelect={() => onFilter(only, false)}
          >
            {t('only', { what: only.label })}
          </MenuAction>
          {only.filters.length === 1 && (
            <MenuAction
              icon={<FilterX size={14} aria-hidden="true" />}
              onSelect={() => onFilter(only, true)}
            >
              {t('exclude', { what: only.label })}
            </MenuAction>
          )}
        </>
      )}
      {dimensions.length > 0 && (
        <>
          <MenuDivider />
          <MenuLabel>{t('breakDownBy')}</MenuLabel>
          {dimensions.slice(0, MOST_DIMENSIONS).map(({ name, label }) => (
            <MenuAction
              key={name}
              icon={<Split size={14} aria-hidden="true" />}
              onSelect={() => onBreakDown(name, only)}
            >
              {label}
            </MenuAction>
          ))}
        </>
      )}
    </Menu>
  );
}
