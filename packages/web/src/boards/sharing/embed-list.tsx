import type { Board, BoardEmbed } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useMoments } from '../../app/use-moments.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { FilterChips } from '../../scope/filter-chips.js';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import { embedsQuery } from '../board-query.js';
import { embedTexts } from './embed-texts.js';
import { shareTexts } from './texts.js';

/** The embeddings there are, where they are shown, and the way to end them. */
export function EmbedList({ board: { id } }: { readonly board: Board }) {
  const { t } = useTexts(embedTexts);
  const { t: shared } = useTexts(shareTexts);
  const tenant = useTenant();
  const { data } = useQuery(embedsQuery.options(tenant.id, id));
  const takeBack = useDeed({
    run: (embed: BoardEmbed) =>
      olympus.boards.unembed({ tenant_id: tenant.id, id, embed: embed.id }),
    outdates: [embedsQuery.key(tenant.id, id)],
    onDone: (_, { name }) => toast(t('taken', { name })),
  });
  return (
    <section>
      <h3 className="font-semibold text-md">{t('embeds')}</h3>
      {data?.embeds.length === 0 && <p className="mt-1 text-text-3">{t('none')}</p>}
      <ul className="divide-y divide-border-soft">
        {data?.embeds.map((embed) => (
          <li key={embed.id} className="flex items-center gap-3 py-2">
            <About embed={embed} />
            <Button
              disabled={takeBack.isPending}
              aria-label={t('backOf', { name: embed.name })}
              onClick={() => takeBack.mutate(embed)}
            >
              {shared('back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ embed }: { readonly embed: BoardEmbed }) {
  const { t } = useTexts(shareTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const { name, origins, filters, expired, expires_at, created_by, opened, opened_at } = embed;
  return (
    <div className="min-w-0 flex-1">
      <p className="truncate font-medium">{name}</p>
      <p className="font-mono text-text-2 text-xs [overflow-wrap:anywhere]">{origins.join(' ')}</p>
      <p className={`text-xs ${expired ? 'text-warn' : 'text-text-3'}`}>
        {expired
          ? t('ended', { time: moment(expires_at) })
          : t('until', { time: moment(expires_at), by: created_by })}
        {' · '}
        {opened === 0 ? t('never') : t('opened', { count: opened, time: moment(opened_at) })}
      </p>
      <FilterChips filters={filters} tenantId={tenant.id} className="mt-1" />
    </div>
  );
}
