import { loadMe, SessionProvider } from '#access';
import { useUnread } from '#activities';
import { BulkStrip } from '#bulk';
import { CompanyFormatting, type PaletteSearch, PendingPage, Shell, useCompanySign } from '#shell';
import { useSavedViewLinks } from '#views';
import type { Role } from '@orbita/domain/access';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { useMemo } from 'react';

/** Everything behind the door: nobody gets in without a session. */
export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ location }) => {
    const me = await loadMe();
    if (!me) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (me.mustSetUpTwoFactor) throw redirect({ to: '/two-factor', search: { next: location.href } });
    // Rules speak of the company's models and fields, and only the first page shows none.
    const learned = Promise.all([import('#lifecycle').then(({ loadModels }) => loadModels()), import('#custom-fields').then(({ loadFields }) => loadFields())]);
    if (location.pathname !== '/') await learned;
    return { me };
  },
  pendingComponent: PendingPage,
  component: Staff,
});

/** Nobody searches before the first page stands. */
const searchOf = (role: Role): PaletteSearch => async (text, signal) => (await import('#search')).searchEverything(role)(text, signal);

function Staff() {
  const { me } = Route.useRouteContext();
  const search = useMemo(() => searchOf(me.role), [me.role]);
  return (
    <SessionProvider me={me}>
      <CompanyFormatting>
        <Shell sign={useCompanySign()} search={search} inboxCount={useUnread()} views={useSavedViewLinks()}><Outlet /><BulkStrip /></Shell>
      </CompanyFormatting>
    </SessionProvider>
  );
}
