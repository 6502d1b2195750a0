import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultAt, faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { KeySecret } from '../sending/key-secret.js';
import { SendSnippets } from '../sending/send-snippets.js';
import { Button } from '../ui/button.js';
import { CheckboxField } from '../ui/checkbox-field.js';
import { Dialog } from '../ui/dialog.js';
import { FieldError } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { keysQuery } from './keys-query.js';
import { PurposeField } from './purpose-field.js';
import { useScopeWords } from './scope-words.js';
import { type Purpose, scopesFor, scopesOf } from './scopes.js';
import { keyTexts } from './texts.js';

const ENDS = ['never', '30', '90', '365'] as const;
const DAY_MS = 86_400_000;

interface Made {
  readonly name: string;
  readonly secret: string;
  readonly sends: boolean;
}

/** Makes a key, shows its secret the one time, and gives code to use it with. */
export function MakeKey({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(keyTexts);
  const tenant = useTenant();
  const form = useId();
  const [made, setMade] = useState<Made | undefined>();
  const [pending, setPending] = useState(false);
  const change = (next: boolean) => {
    if (!next) setMade(undefined);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? t('madeTitle', { name: made.name }) : t('make')}
      footer={
        <div className="flex justify-end gap-2">
          {made ? (
            <Button look="primary" onClick={() => change(false)}>
              {t('done')}
            </Button>
          ) : (
            <>
              <Button onClick={() => change(false)}>{t('cancel')}</Button>
              <Button look="primary" type="submit" form={form} disabled={pending}>
                {t(pending ? 'pending' : 'submit')}
              </Button>
            </>
          )}
        </div>
      }
    >
      {made ? (
        <div className="space-y-4 p-4">
          <KeySecret secret={made.secret} />
          {made.sends && <SendSnippets tenant={tenant} secret={made.secret} />}
        </div>
      ) : (
        <KeyForm id={form} onPending={setPending} onMade={setMade} />
      )}
    </Dialog>
  );
}

function KeyForm({
  id,
  onPending,
  onMade,
}: {
  readonly id: string;
  readonly onPending: (pending: boolean) => void;
  readonly onMade: (made: Made) => void;
}) {
  const { t } = useTexts(keyTexts);
  const tenant = useTenant();
  const words = useScopeWords();
  const offered = scopesOf(tenant.permissions);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState<Purpose>('send');
  const [own, setOwn] = useState<readonly string[]>([]);
  const [ends, setEnds] = useState<(typeof ENDS)[number]>('never');
  const [tried, setTried] = useState(false);
  const scopes = purpose === 'own' ? own : scopesFor(purpose, offered);
  const make = useDeed({
    quiet: true,
    run: () => {
      onPending(true);
      return olympus.keys
        .create({
          tenant_id: tenant.id,
          name: name.trim(),
          scopes,
          ...(ends === 'never'
            ? {}
            : { expires_at: new Date(Date.now() + Number(ends) * DAY_MS).toISOString() }),
        })
        .finally(() => onPending(false));
    },
    outdates: [keysQuery.key(tenant.id)],
    onDone: ({ secret }) =>
      onMade({ name: name.trim(), secret, sends: scopes.includes('events:write') }),
  });
  const nameFault = tried && name.trim() === '' ? t('nameMissing') : faultAt(make.error, '/name');
  const scopesFault = tried && scopes.length === 0 ? t('scopesMissing') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && scopes.length > 0 && !make.isPending) make.mutate(undefined);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="space-y-5 p-4">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onChange={setName}
        error={nameFault}
      />
      <PurposeField value={purpose} onChange={setPurpose} />
      {purpose === 'own' && (
        <fieldset>
          <legend className="mb-2 font-medium">{t('scopes')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {offered.map((scope) => (
              <CheckboxField
                key={scope}
                label={words.one(scope)}
                checked={own.includes(scope)}
                onChange={(on) =>
                  setOwn((before) =>
                    on ? [...before, scope] : before.filter((one) => one !== scope),
                  )
                }
              />
            ))}
          </div>
          {scopesFault && <FieldError id={`${id}-scopes`}>{scopesFault}</FieldError>}
        </fieldset>
      )}
      <SelectField
        label={t('until')}
        value={ends}
        choices={ENDS.map((value) => ({ value, label: t(`until.${value}`) }))}
        onChange={setEnds}
      />
      {make.isError && !nameFault && (
        <FieldError id={`${id}-fault`}>{faultText(make.error) ?? ''}</FieldError>
      )}
    </form>
  );
}
