import type { Cohort } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useGoTo } from '../pages/page-link.js';
import { printFilter } from '../scope/filters.js';
import { SCOPE_KEYS } from '../scope/scope.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { Drawer } from '../ui/drawer.js';
import { toast } from '../ui/toast.js';
import { CohortForm } from './cohort-form.js';
import { cohortSizeQuery, cohortsQuery } from './cohorts-query.js';
import { type Draft, definitionOf, draftOf, emptyDraft, idOf } from './draft.js';
import { cohortTexts } from './texts.js';

/** One cohort: who belongs to it, how many those are, and what to look at of them. */
export function CohortDrawer({
  id,
  cohorts,
  loading,
  onClose,
}: {
  /** undefined: a new one. */
  readonly id: string | undefined;
  readonly cohorts: readonly Cohort[];
  readonly loading: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(cohortTexts);
  const saved = cohorts.find((cohort) => cohort.id === id);
  const missing = id !== undefined && saved === undefined;
  if (missing) {
    return (
      <Drawer open onClose={onClose} title={t('list')}>
        <p className="text-text-2">{loading ? '…' : t('gone')}</p>
      </Drawer>
    );
  }
  return <CohortEditor saved={saved} cohorts={cohorts} onClose={onClose} />;
}

function CohortEditor({
  saved,
  cohorts,
  onClose,
}: {
  readonly saved: Cohort | undefined;
  readonly cohorts: readonly Cohort[];
  readonly onClose: () => void;
}) {
  const { t } = useTexts(cohortTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const form = useId();
  const mayWrite = permits(tenant, ['cohorts:write']);
  const [draft, setDraft] = useState<Draft>(() => (saved ? draftOf(saved) : emptyDraft()));
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const outdates = [cohortsQuery.key(tenant.id), cohortSizeQuery.key(tenant.id)];
  const given = definitionOf(draft);
  const save = useDeed({
    quiet: true,
    run: () => {
      if (given === undefined) throw new Error(t('unsaid'));
      const { definition, customers } = given;
      return olympus.cohorts.save({
        tenant_id: tenant.id,
        cohort_id:
          saved?.id ??
          idOf(
            draft.name,
            cohorts.map((cohort) => cohort.id),
          ),
        name: draft.name.trim(),
        description: draft.description.trim(),
        definition,
        ...(customers === undefined ? {} : { customers }),
      });
    },
    outdates,
    onDone: ({ name }) => {
      toast(t('saved', { name }));
      onClose();
    },
  });
  const remove = useDeed({
    run: (cohort: Cohort) => olympus.cohorts.remove({ tenant_id: tenant.id, cohort_id: cohort.id }),
    outdates,
    onDone: (_, { name }) => {
      toast(t('removed', { name }));
      setAsking(false);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() !== '' && given !== undefined && !save.isPending) save.mutate(undefined);
  };
  return (
    <>
      <Drawer
        open
        onClose={onClose}
        title={saved?.name ?? t('new')}
        subtitle={saved && t(`kind.${saved.kind}`)}
        footer={
          <>
            {saved && (
              <Button
                onClick={() =>
                  goTo('/retention', {
                    [SCOPE_KEYS.filters]: printFilter({
                      dimension: 'customer.cohort',
                      operator: 'equals',
                      values: [saved.id],
                    }),
                  })
                }
              >
                {t('lookAt')}
              </Button>
            )}
            {saved && mayWrite && <Button onClick={() => setAsking(true)}>{t('remove')}</Button>}
            {mayWrite && (
              <Button look="primary" type="submit" form={form}>
                {t('save')}
              </Button>
            )}
          </>
        }
      >
        <CohortForm
          id={form}
          draft={draft}
          saved={saved}
          cohorts={cohorts.filter((cohort) => cohort.id !== saved?.id)}
          tried={tried}
          fault={faultText(save.error ?? undefined)}
          busy={save.isPending}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          onSubmit={submit}
        />
      </Drawer>
      {saved && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t('removeTitle', { name: saved.name })}
          action={t('removeDo')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate(saved)}
        >
          {t('removeAbout')}
        </ConfirmDialog>
      )}
    </>
  );
}
