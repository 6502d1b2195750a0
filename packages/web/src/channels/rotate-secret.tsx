import type { Channel } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { KeySecret } from '../sending/key-secret.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { channelTexts } from './texts.js';

/** A new secret for a webhook, while the old one goes on signing for a day. */
export function RotateSecret({
  channel,
  open,
  onOpenChange,
}: {
  readonly channel: Channel;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const rotate = useDeed({
    run: (id: string) => olympus.channels.rotate({ tenant_id: tenant.id, id }),
    outdates: [],
  });
  const secret = rotate.data?.secret;
  const close = () => {
    onOpenChange(false);
    rotate.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={t(secret ? 'secretTitle' : 'rotateTitle', { name: channel.name })}
      footer={
        <div className="flex justify-end gap-2">
          <Button look={secret ? 'primary' : 'plain'} onClick={close}>
            {t(secret ? 'done' : 'cancel')}
          </Button>
          {!secret && (
            <Button
              look="primary"
              disabled={rotate.isPending}
              onClick={() => rotate.mutate(channel.id)}
            >
              {t(rotate.isPending ? 'pending' : 'rotateDo')}
            </Button>
          )}
        </div>
      }
    >
      <div className="space-y-4 p-4">
        <p className="text-md text-text-2">{t(secret ? 'secretAbout' : 'rotateAbout')}</p>
        {secret && <KeySecret secret={secret} />}
      </div>
    </Dialog>
  );
}
