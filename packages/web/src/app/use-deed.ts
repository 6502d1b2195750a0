import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../ui/toast.js';
import { faultText } from './faults.js';

/**
 * Something that is done on the server. What it outdates is asked again before `onDone`; a fault is
 * told in passing, unless the form that started it shows it (`quiet`).
 */
export function useDeed<Input, Answer>({
  run,
  outdates,
  onDone,
  quiet = false,
}: {
  readonly run: (input: Input) => Promise<Answer>;
  readonly outdates: readonly QueryKey[];
  readonly onDone?: (answer: Answer, input: Input) => void;
  readonly quiet?: boolean;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (answer, input) => {
      await Promise.all(outdates.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone?.(answer, input);
    },
    onError: (error) => {
      if (!quiet) toast(faultText(error) ?? String(error), { tone: 'bad' });
    },
  });
}
