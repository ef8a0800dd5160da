import { apiClient } from '#api-client';
import { DesignProvider } from '#design';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.ts';

/** A part that is gone was of the version before: the page is fetched anew, once, and with it the parts that there are. */
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('renewed') ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('renewed', String(Date.now()));
  location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <DesignProvider>
      <ApolloProvider client={apiClient}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </DesignProvider>
  </StrictMode>,
);
