import { apiClient } from '#api-client';
import { DesignProvider } from '#design';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.ts';

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
