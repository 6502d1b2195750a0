import type { BoardEntry } from '@olympus/sdk';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { StarButton } from '../../ui/star-button.js';
import { boardQuery, boardsQuery } from '../board-query.js';
import { noScope } from '../board-scope.js';
import { listTexts } from './texts.js';

/** Dashboards by name, the reader's favourites apart. */
export function BoardList({ boards }: { readonly boards: readonly BoardEntry[] }) {
  const { t } = useTexts(listTexts);
  const favourites = boards.filter(({ favourite }) => favourite);
  const others = boards.filter(({ favourite }) => !favourite);
  return (
    <>
      {favourites.length > 0 && <Section title={t('favourites')} boards={favourites} />}
      {others.length > 0 && <Section title={t('all')} boards={others} />}
    </>
  );
}

function Section({
  title,
  boards,
}: {
  readonly title: string;
  readonly boards: readonly BoardEntry[];
}) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold text-md">{title}</h2>
      <ul className="card divide-y divide-border-soft overflow-hidden">
        {boards.map((board) => (
          <Row key={board.id} board={board} />
        ))}
      </ul>
    </section>
  );
}

function Row({ board }: { readonly board: BoardEntry }) {
  const { t } = useTexts(listTexts);
  const moment = useMoments();
  return (
    <li className="relative flex items-center gap-2 py-2 ps-2 pe-4 hover:bg-surface-2">
      <FavouriteButton board={board} />
      <div className="min-w-0 flex-1">
        <PageLink
          to={`/dashboards/${board.id}`}
          search={noScope}
          className="font-medium text-md after:absolute after:inset-0 hover:underline"
        >
          {board.name}
        </PageLink>
        {board.description && <p className="truncate text-text-2">{board.description}</p>}
      </div>
      <span className="hidden w-24 shrink-0 text-end text-text-2 md:block">
        {t('tiles', { count: board.tiles })}
      </span>
      <span className="hidden w-56 shrink-0 truncate text-end text-text-3 md:block">
        {t('changed', { time: moment(board.changed_at), by: board.changed_by })}
      </span>
    </li>
  );
}

/** Whether a dashboard is a favourite, to change. */
export function FavouriteButton({
  board: { id, name, favourite },
}: {
  readonly board: Pick<BoardEntry, 'id' | 'name' | 'favourite'>;
}) {
  const { t } = useTexts(listTexts);
  const tenant = useTenant();
  const favour = useDeed({
    run: (wanted: boolean) =>
      olympus.boards.favour({ tenant_id: tenant.id, id, favourite: wanted }),
    outdates: [boardsQuery.key(tenant.id), boardQuery.key(tenant.id, id)],
  });
  const shown = favour.isPending ? favour.variables : favourite;
  return (
    <StarButton
      on={shown}
      label={t(shown ? 'unfavour' : 'favour', { name })}
      onChange={favour.mutate}
    />
  );
}
