import type { EventType } from '@olympus/sdk';
import type { ReactNode } from 'react';
import { JsonView } from '../json/json-view.js';
import { useTexts } from '../messages/use-texts.js';
import { Badge } from '../ui/badge.js';
import { Drawer } from '../ui/drawer.js';
import { fieldsOf } from './fields.js';
import { eventTypeTexts } from './texts.js';

/** One event type: its fields in words, and its schema as it is. */
export function TypeDrawer({
  name,
  type,
  loading,
  onClose,
  footer,
}: {
  readonly name: string | undefined;
  readonly type: EventType | undefined;
  readonly loading: boolean;
  readonly onClose: () => void;
  readonly footer: ReactNode;
}) {
  const { t } = useTexts(eventTypeTexts);
  const fields = type ? fieldsOf(type.schema) : [];
  return (
    <Drawer
      open={name !== undefined}
      onClose={onClose}
      title={name ?? ''}
      subtitle={type && t('subtitle', { version: type.version })}
      footer={type && footer}
    >
      {type ? (
        <div className="space-y-6">
          <section>
            <h3 className="mb-2 font-semibold text-md">{t('fields')}</h3>
            {fields.length === 0 ? (
              <p className="text-text-2">{t('noFields')}</p>
            ) : (
              <ul className="divide-y divide-border-soft">
                {fields.map((field) => (
                  <li key={field.name} className="flex flex-wrap items-center gap-x-2 py-1.5">
                    <code className="font-mono text-xs">{field.name}</code>
                    {field.required && <Badge tone="accent">{t('required')}</Badge>}
                    {field.personal && <Badge tone="warn">{t('personal')}</Badge>}
                    <span className="ms-auto text-text-3 text-xs">{field.type}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h3 className="mb-2 font-semibold text-md">{t('json')}</h3>
            <JsonView value={type.schema} label={t('schema')} />
          </section>
        </div>
      ) : (
        !loading && <p className="text-text-2">{t('gone')}</p>
      )}
    </Drawer>
  );
}
