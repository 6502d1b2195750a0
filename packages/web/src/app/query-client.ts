import { QueryCache, QueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../session/use-session.js';
import { isSignedOut, isTransient } from './faults.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && isTransient(error),
      retryDelay: 600,
    },
  },
  queryCache: new QueryCache({
    // A session that ended shows the sign-in page; the address, and with it the view, stays.
    onError: (error) => {
      if (isSignedOut(error)) void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
    },
  }),
});
