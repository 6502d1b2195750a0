import { Sparkles, Store } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { jobIsOver } from '../jobs/job-is-over.js';
import { useTexts } from '../messages/use-texts.js';
import { useGoTo } from '../pages/page-link.js';
import { SESSION_KEY } from '../session/use-session.js';
import { MakeShopForm } from '../shop/make-shop-form.js';
import { shopsQuery } from '../shop/shops-query.js';
import { Button } from '../ui/button.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { toast } from '../ui/toast.js';
import { firstRunTexts } from './texts.js';

/** An operator on a server without any shop: their own shop, or a sample to look around in. */
export default function FirstRun() {
  const { t } = useTexts(firstRunTexts);
  const goTo = useGoTo();
  const form = useId();
  const [pending, setPending] = useState(false);
  const [filled, setFilled] = useState<number>();
  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const fill = useDeed({
    run: async () => {
      const { job, tenant } = await olympus.demo.fill({});
      await jobIsOver(job, setFilled);
      return { tenant };
    },
    outdates: [SESSION_KEY, shopsQuery.queryKey],
    onDone: ({ tenant }) => goTo('/', { tenant }),
  });
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-[880px] space-y-6 px-4 pt-[8vh] pb-8 outline-none"
    >
      <header>
        <h1 className="font-semibold text-kpi">{title}</h1>
        <p className="mt-1 text-lg text-text-2">{t('intro')}</p>
      </header>
      <section aria-labelledby={`${form}-own`} className="card p-6">
        <div className="mb-5 flex gap-4">
          <Mark icon={<Store size={20} aria-hidden="true" />} />
          <div>
            <h2 id={`${form}-own`} className="font-semibold text-lg">
              {t('own')}
            </h2>
            <p className="text-text-2">{t('ownAbout')}</p>
          </div>
        </div>
        <MakeShopForm
          id={form}
          onPending={setPending}
          onMade={(shop) => {
            toast(t('made', { name: shop.name }));
            goTo('/', { tenant: shop.id });
          }}
        />
        <Button
          look="primary"
          type="submit"
          form={form}
          disabled={pending || fill.isPending}
          className="mt-5"
        >
          {t(pending ? 'pending' : 'submit')}
        </Button>
      </section>
      <section aria-labelledby={`${form}-sample`} className="card flex gap-4 p-6">
        <Mark icon={<Sparkles size={20} aria-hidden="true" />} />
        <div className="min-w-0 flex-1">
          <h2 id={`${form}-sample`} className="font-semibold text-lg">
            {t('sample')}
          </h2>
          <p className="mb-4 text-text-2">{t('sampleAbout')}</p>
          {fill.isPending ? (
            <ProgressBar label={t('filling')} value={filled} detail={t('fillingHint')} />
          ) : (
            <Button className="min-h-9" disabled={pending} onClick={() => fill.mutate(undefined)}>
              {t('fill')}
            </Button>
          )}
        </div>
      </section>
    </main>
  );
}

function Mark({ icon }: { readonly icon: React.ReactNode }) {
  return (
    <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-tint text-accent">
      {icon}
    </span>
  );
}
