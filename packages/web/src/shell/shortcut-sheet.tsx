import { useTexts } from '../messages/use-texts.js';
import { Dialog } from '../ui/dialog.js';
import { SwitchField } from '../ui/switch-field.js';
import { currentShortcuts, useShortcutsEnabled } from './shortcuts.js';

/** Every key that does something on the page shown, and the switch for single ones. */
export function ShortcutSheet({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts();
  const [enabled, setEnabled] = useShortcutsEnabled();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('keys.title')}>
      <dl className="divide-y divide-border-soft px-4 py-1">
        <Row does={t('keys.search')} keys={['Ctrl', 'K']} />
        <Row does={t('keys.escape')} keys={['Esc']} />
        {open &&
          currentShortcuts().map(({ keys, does }) => (
            <Row key={keys} does={does} keys={keys.split(' ')} off={!enabled} />
          ))}
        <Row does={t('keys.chart')} keys={['←', '→', 'Home', 'End']} />
      </dl>
      <div className="border-border-soft border-t px-4 py-3">
        <SwitchField
          label={t('preferences.keys')}
          hint={t('preferences.keysHint')}
          checked={enabled}
          onChange={setEnabled}
        />
      </div>
    </Dialog>
  );
}

function Row({
  does,
  keys,
  off = false,
}: {
  readonly does: string;
  readonly keys: readonly string[];
  readonly off?: boolean;
}) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4">
      <dt className={off ? 'text-text-3 line-through' : ''}>{does}</dt>
      <dd dir="ltr" className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-sm border border-border-soft bg-surface-2 px-1.5 text-center font-mono text-xs leading-5"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
