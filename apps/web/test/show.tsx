import { type Me, SessionProvider } from '#access';
import { DesignProvider, FormattingProvider } from '#design';
import { Keyboard } from '#shortcuts';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';

export const me: Me = { id: 'u1', name: 'Ana Mora', email: 'ana@orbita.example', role: 'administrator', language: 'en', twoFactorEnabled: false, mustSetUpTwoFactor: false };

/** Draws a part as the app does: design, session, keyboard and a router that knows every address. */
export async function show(ui: ReactNode, as: Me = me) {
  const Frame = () => (
    <SessionProvider me={as}>
      <FormattingProvider timeZone="Europe/Madrid" currency="EUR"><Keyboard />{ui}</FormattingProvider>
    </SessionProvider>
  );
  const routeTree = createRootRoute({ component: Frame, notFoundComponent: () => null });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  await render(<DesignProvider still><RouterProvider router={router as never} /></DesignProvider>);
  return router;
}

/** What axe finds against WCAG 2.2 AA, as words. */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
}
