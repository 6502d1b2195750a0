import type { Channel, ChannelTest } from '@olympus/sdk';
import { CircleAlert, CircleCheck, Send } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { Button } from '../ui/button.js';
import { channelTexts } from './texts.js';

/** Sends a test, and tells what the receiver said. */
export function TestChannel({ channel }: { readonly channel: Channel }) {
  const { t } = useTexts(channelTexts);
  const tenant = useTenant();
  const test = useDeed({
    run: (id: string) => olympus.channels.test({ tenant_id: tenant.id, id }),
    outdates: [],
  });
  return (
    <div className="space-y-2">
      <Button disabled={test.isPending} onClick={() => test.mutate(channel.id)}>
        <Send size={15} aria-hidden="true" />
        {t(test.isPending ? 'testing' : 'test')}
      </Button>
      <div role="status">
        {test.data && !test.isPending && <Outcomes outcomes={test.data.outcomes} />}
      </div>
    </div>
  );
}

function Outcomes({ outcomes }: Pick<ChannelTest, 'outcomes'>) {
  const { t } = useTexts(channelTexts);
  return (
    <ul className="space-y-1">
      {outcomes.map(({ recipient, accepted, reply }) => {
        const Icon = accepted ? CircleCheck : CircleAlert;
        return (
          <li
            key={recipient}
            className={`flex items-start gap-2 ${accepted ? 'text-good' : 'text-bad'}`}
          >
            <Icon size={15} aria-hidden="true" className="mt-0.5 shrink-0" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {recipient && <span className="font-medium">{recipient}: </span>}
              {t(accepted ? 'testAccepted' : 'testRefused', { reply })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
