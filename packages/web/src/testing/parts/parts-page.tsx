import { Inbox } from 'lucide-react';
import { useState } from 'react';
import {
  Badge,
  Button,
  CheckboxField,
  ComboboxField,
  ConfirmDialog,
  DateField,
  Drawer,
  EmptyState,
  PageFrame,
  ProgressBar,
  RadioField,
  SelectField,
  SwitchField,
  Tabs,
  TextField,
  toast,
  useDrawer,
  usePageSearch,
  useScope,
} from '../../kit.js';
import { partsSearch } from './parts-search.js';

const ROLES = [
  { value: 'owner', label: 'Owner' },
  { value: 'analyst', label: 'Analyst' },
  { value: 'viewer', label: 'Viewer' },
] as const;
const ZONES = ['Europe/Berlin', 'Europe/London', 'Europe/Paris', 'America/New York', 'Asia/Tokyo'];

/** What pages are made of, to be looked at and tested. */
export default function PartsPage() {
  const drawer = useDrawer('user');
  const { scope } = useScope();
  const [{ tab }, change] = usePageSearch(partsSearch);
  const [asking, setAsking] = useState(false);
  return (
    <PageFrame
      actions={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => drawer.open('ada')}>Open drawer</Button>
          <Button onClick={() => toast('Key “Shop” revoked.', { undo: () => toast('Kept.') })}>
            Show notice
          </Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            Delete…
          </Button>
        </div>
      }
    >
      <Tabs
        label="Parts"
        value={tab}
        onChange={(next) => change({ tab: next })}
        tabs={[
          { value: 'fields', label: 'Fields' },
          { value: 'states', label: 'States', hint: '3' },
        ]}
      >
        {tab === 'fields' ? <Fields /> : <States filters={scope.filters.length} />}
      </Tabs>
      <Drawer
        open={drawer.id !== undefined}
        onClose={drawer.close}
        title={drawer.id ?? ''}
        subtitle="Analyst since 3 March"
        footer={<Button look="primary">Save</Button>}
      >
        <Fields />
      </Drawer>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete the shop “Harbour & Pine”?"
        action="Delete the shop"
        word="harbour"
        onConfirm={() => setAsking(false)}
      >
        All of its events, metrics and keys are deleted. This cannot be undone.
      </ConfirmDialog>
    </PageFrame>
  );
}

function Fields() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]['value']>('viewer');
  const [zone, setZone] = useState('');
  const [date, setDate] = useState('2026-11-20');
  const [on, setOn] = useState(true);
  return (
    <div className="card max-w-xl space-y-4 p-5">
      <TextField
        label="Name"
        hint="As it shall be shown."
        value={name}
        onChange={setName}
        error={name === 'x' ? 'A name has two letters at least.' : undefined}
        required={false}
      />
      <TextField label="Note" rows={3} value={name} onChange={setName} />
      <SelectField label="Role" value={role} choices={ROLES} onChange={setRole} />
      <RadioField label="Role, at a glance" value={role} choices={ROLES} onChange={setRole} />
      <ComboboxField
        label="Time zone"
        value={zone}
        choices={ZONES.map((value) => ({ value, label: value }))}
        onChange={setZone}
      />
      <DateField label="Valid until" value={date} onChange={setDate} />
      <CheckboxField
        label="May send events"
        hint="Programs need this; people do not."
        checked={on}
        onChange={setOn}
      />
      <SwitchField label="Active" hint="Takes effect at once." checked={on} onChange={setOn} />
      <Button look="primary" type="submit">
        Save
      </Button>
    </div>
  );
}

function States({ filters }: { readonly filters: number }) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-2">
        <Badge>{`${filters} filters`}</Badge>
        <Badge tone="good">Active</Badge>
        <Badge tone="warn">Late</Badge>
        <Badge tone="bad">Broken</Badge>
        <Badge tone="accent">New</Badge>
      </div>
      <div className="card space-y-4 p-5">
        <ProgressBar label="Importing orders.csv" value={0.42} detail="2,100 of 5,000 lines" />
        <ProgressBar label="Counting" value={undefined} />
      </div>
      <EmptyState icon={Inbox} title="No dead letters" action={<Button>Look at all events</Button>}>
        Events that cannot be read are kept here until they are mended.
      </EmptyState>
    </div>
  );
}
