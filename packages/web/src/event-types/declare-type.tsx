import type { EventType } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { JsonField, useJsonFault } from '../json/json-field.js';
import { readJsonObject } from '../json/print-json.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { eventTypesQuery } from './event-types-query.js';
import { eventTypeTexts } from './texts.js';

const EXAMPLE = `{
  "type": "object",
  "required": ["guests"],
  "properties": {
    "guests": { "type": "integer", "minimum": 1 },
    "name": { "type": "string", "x-personal": true }
  }
}`;
/** What marks a property as personal. */
const PERSONAL = '"x-personal": true';
const EMPTY = `{
  "properties": {
    
  }
}`;

interface DeclareTypeProps {
  /** The type to extend; undefined: a new one. */
  readonly type: EventType | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDeclared: (type: EventType) => void;
}

/** A small editor for the schema of an event type. */
export function DeclareType({ type, open, onOpenChange, onDeclared }: DeclareTypeProps) {
  const { t } = useTexts(eventTypeTexts);
  const form = useId();
  const [pending, setPending] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={type ? t('extendTitle', { type: type.type }) : t('declareTitle')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={pending}>
            {t(pending ? 'saving' : 'save')}
          </Button>
        </div>
      }
    >
      <TypeForm id={form} type={type} onPending={setPending} onDeclared={onDeclared} />
    </Dialog>
  );
}

function TypeForm({
  id,
  type,
  onPending,
  onDeclared,
}: Pick<DeclareTypeProps, 'type' | 'onDeclared'> & {
  readonly id: string;
  readonly onPending: (pending: boolean) => void;
}) {
  const { t, rich } = useTexts(eventTypeTexts);
  const tenant = useTenant();
  const jsonFault = useJsonFault();
  const [name, setName] = useState('');
  const [schema, setSchema] = useState(type ? EMPTY : EXAMPLE);
  const [tried, setTried] = useState(false);
  const read = readJsonObject(schema);
  const typeName = type?.type ?? name.trim();
  const declare = useDeed({
    quiet: true,
    run: (value: Readonly<Record<string, unknown>>) => {
      onPending(true);
      return olympus.schemas
        .declare({ tenant_id: tenant.id, type: typeName, schema: value })
        .finally(() => onPending(false));
    },
    outdates: [eventTypesQuery.key(tenant.id)],
    onDone: (declared) => {
      toast(t('saved', { type: declared.type, version: declared.version }));
      onDeclared(declared);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typeName !== '' && 'value' in read && !declare.isPending) declare.mutate(read.value);
  };
  const change = (text: string) => {
    setSchema(text);
    declare.reset();
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="space-y-5 p-4">
      <p className="text-text-2">
        {type
          ? t('extendAbout', { version: type.version })
          : rich('declareAbout', {
              mark: (
                <code key="mark" className="font-mono text-xs">
                  {PERSONAL}
                </code>
              ),
            })}
      </p>
      {!type && (
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          onChange={setName}
          error={tried && typeName === '' ? t('nameMissing') : undefined}
          mono
        />
      )}
      <JsonField
        label={t('schema')}
        value={schema}
        onChange={change}
        rows={12}
        error={(tried ? jsonFault(read) : undefined) ?? faultText(declare.error)}
      />
    </form>
  );
}
