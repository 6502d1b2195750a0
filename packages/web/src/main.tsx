import './styles/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from './app/announcer.js';
import { queryClient } from './app/query-client.js';
import { settleLanguage } from './messages/language.js';
import { Gate } from './session/gate.js';

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  void settleLanguage().then(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Gate />
          <Announcer />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}
