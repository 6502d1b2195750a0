import { faultAt } from '../app/faults.js';
import { useTexts } from '../messages/use-texts.js';
import { RadioField } from '../ui/radio-field.js';
import { SelectField } from '../ui/select-field.js';
import { SwitchField } from '../ui/switch-field.js';
import { TextField } from '../ui/text-field.js';
import { KINDS } from './channels-query.js';
import type { Draft } from './draft.js';
import { KIND_ICONS } from './kind-icons.js';
import { channelTexts } from './texts.js';

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** Why the server refused it. */
  readonly error: unknown;
  /** Whether the channel is there already and keeps what is left empty. */
  readonly known: boolean;
  /** Sender of the operator's mail server. */
  readonly operator: string | null;
}

const SECURITIES = ['starttls', 'tls', 'none'] as const;
const PORTS = { starttls: '587', tls: '465', none: '25' } as const;

/** What a channel is told, by its kind. */
export function ChannelFields(props: FieldsProps) {
  const { draft, set, error, known } = props;
  const { t } = useTexts(channelTexts);
  return (
    <>
      {!known && (
        <RadioField
          label={t('kind')}
          value={draft.kind}
          choices={KINDS.map((value) => {
            const Icon = KIND_ICONS[value];
            return {
              value,
              label: t(`kind.${value}`),
              icon: <Icon size={15} aria-hidden="true" />,
            };
          })}
          onChange={(kind) => set({ kind })}
        />
      )}
      {draft.kind === 'email' ? (
        <EmailFields {...props} />
      ) : (
        <TextField
          label={t('url')}
          type="url"
          mono
          hint={known ? t('urlKept') : t(`urlHint.${draft.kind}`)}
          value={draft.url}
          onChange={(url) => set({ url })}
          error={faultAt(error, '/url')}
        />
      )}
      <TextField
        label={t('most')}
        hint={t('mostHint')}
        inputMode="numeric"
        value={draft.most}
        onChange={(most) => set({ most })}
        error={faultAt(error, '/most')}
      />
    </>
  );
}

function EmailFields(props: FieldsProps) {
  const { draft, set, error, operator } = props;
  const { t } = useTexts(channelTexts);
  return (
    <>
      <TextField
        label={t('recipients')}
        hint={t('recipientsHint')}
        rows={3}
        value={draft.recipients}
        onChange={(recipients) => set({ recipients })}
        error={faultAt(error, '/recipients')}
      />
      {operator === null ? (
        <p className="text-text-2">{t('noOperator')}</p>
      ) : (
        <SwitchField
          label={t('ownServer')}
          hint={t('ownServerHint', { from: operator })}
          checked={draft.ownServer}
          onChange={(ownServer) => set({ ownServer })}
        />
      )}
      {(draft.ownServer || operator === null) && <ServerFields {...props} />}
    </>
  );
}

function ServerFields({ draft, set, error, known }: FieldsProps) {
  const { t } = useTexts(channelTexts);
  return (
    <fieldset className="space-y-4 rounded-card border border-border-soft p-4">
      <legend className="px-1 font-medium text-sm">{t('server')}</legend>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_96px]">
        <TextField
          label={t('host')}
          mono
          value={draft.host}
          onChange={(host) => set({ host })}
          error={faultAt(error, '/smtp/host')}
        />
        <TextField
          label={t('port')}
          inputMode="numeric"
          value={draft.port}
          onChange={(port) => set({ port })}
          error={faultAt(error, '/smtp/port')}
        />
      </div>
      <SelectField
        label={t('security')}
        value={draft.security}
        choices={SECURITIES.map((value) => ({ value, label: t(`security.${value}`) }))}
        onChange={(security: Draft['security']) => set({ security, port: PORTS[security] })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('user')}
          required={false}
          value={draft.user}
          onChange={(user) => set({ user })}
          error={faultAt(error, '/smtp/user')}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="new-password"
          required={false}
          {...(known ? { hint: t('passwordKept') } : {})}
          value={draft.password}
          onChange={(password) => set({ password })}
          error={faultAt(error, '/smtp/password')}
        />
      </div>
      <TextField
        label={t('from')}
        hint={t('fromHint')}
        value={draft.from}
        onChange={(from) => set({ from })}
        error={faultAt(error, '/smtp/from')}
      />
    </fieldset>
  );
}
