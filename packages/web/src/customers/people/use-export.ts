import { useMutation } from '@tanstack/react-query';
import { olympus } from '../../app/client.js';
import { faultText } from '../../app/faults.js';
import { download } from '../../charts/download.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { toast } from '../../ui/toast.js';
import { COLUMNS, customersRequest, type Look } from '../customers-query.js';
import { customersTexts } from '../texts.js';

/** Takes all customers that the list shows, on every page, as a file. */
export function useExport(look: Look) {
  const { t } = useTexts(customersTexts);
  const tenant = useTenant();
  return useMutation({
    mutationFn: ({ personal }: { readonly personal: boolean }) =>
      olympus.customers.export({
        ...customersRequest(tenant.id, look),
        columns: ['customer_key', ...COLUMNS],
        ...(personal ? { personal } : {}),
      }),
    onSuccess: (file) => {
      download(file, `${t('list').toLowerCase()}-${tenant.id}.csv`);
      toast(t('exported'));
    },
    onError: (fault) => toast(faultText(fault) ?? t('exportFailed'), { tone: 'bad' }),
  });
}

export type Exporting = ReturnType<typeof useExport>;
