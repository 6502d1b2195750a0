import type { Cohort } from '@olympus/sdk';
import { Plus } from 'lucide-react';
import type { FormEvent } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { RadioField } from '../ui/radio-field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { CohortPreview } from './cohort-preview.js';
import { type Draft, definitionOf, newGroup, pastedIds } from './draft.js';
import { GroupEditor } from './group-editor.js';
import { cohortTexts } from './texts.js';

const MOST_GROUPS = 10;

/** Who belongs to a cohort, and how many those are. */
export function CohortForm({
  id,
  draft,
  saved,
  cohorts,
  tried,
  fault,
  busy,
  onChange,
  onSubmit,
}: {
  readonly id: string;
  readonly draft: Draft;
  readonly saved: Cohort | undefined;
  /** Those that it can be made of. */
  readonly cohorts: readonly Cohort[];
  /** Somebody tried to save: say what is missing. */
  readonly tried: boolean;
  readonly fault: string | undefined;
  readonly busy: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onSubmit: (event: FormEvent) => void;
}) {
  const { t } = useTexts(cohortTexts);
  const given = definitionOf(draft);
  return (
    <form id={id} onSubmit={onSubmit} noValidate aria-busy={busy} className="space-y-4">
      <TextField
        label={t('name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={tried && draft.name.trim() === '' ? t('nameMissing') : undefined}
      />
      <TextField
        label={t('description')}
        required={false}
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
      <RadioField
        label={t('kind')}
        value={draft.kind}
        choices={[
          { value: 'rules', label: t('kind.rules'), hint: t('kindAbout.rules') },
          { value: 'list', label: t('kind.list'), hint: t('kindAbout.list') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'list' ? (
        <TextField
          label={t('ids')}
          hint={saved?.listed ? t('idsAgain', { count: saved.listed }) : t('idsHint')}
          rows={7}
          mono
          value={draft.pasted}
          onChange={(pasted) => onChange({ pasted })}
          error={tried && pastedIds(draft.pasted).length === 0 ? t('idsMissing') : undefined}
        />
      ) : (
        <>
          {draft.groups.length > 1 && (
            <SelectField
              label={t('matchGroups')}
              value={draft.match}
              choices={[
                { value: 'all', label: t('match.all') },
                { value: 'any', label: t('match.any') },
              ]}
              onChange={(match) => onChange({ match })}
            />
          )}
          {draft.groups.map((group, index) => (
            <GroupEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name but their place
              key={index}
              number={draft.groups.length > 1 ? index + 1 : undefined}
              group={group}
              cohorts={cohorts}
              onChange={(next) =>
                onChange({ groups: draft.groups.map((one, at) => (at === index ? next : one)) })
              }
              onRemove={() => onChange({ groups: draft.groups.filter((_, at) => at !== index) })}
            />
          ))}
          {draft.groups.length < MOST_GROUPS && (
            <Button onClick={() => onChange({ groups: [...draft.groups, newGroup()] })}>
              <Plus size={14} aria-hidden="true" />
              {t('addGroup')}
            </Button>
          )}
        </>
      )}
      {tried && given === undefined && draft.kind === 'rules' && (
        <p className="text-bad">{t('unsaid')}</p>
      )}
      {fault !== undefined && <p className="text-bad">{fault}</p>}
      <CohortPreview given={given} />
    </form>
  );
}
