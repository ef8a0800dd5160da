import { loadMe, SessionProvider } from '#access';
import { useUnread } from '#activities';
import { searchCustomers } from '#customers';
import { CompanyFormatting, PendingPage, Shell } from '#shell';
import { useSavedViewLinks } from '#views';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';

/** Everything behind the door: nobody gets in without a session. */
export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ location }) => {
    const me = await loadMe();
    if (!me) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { me };
  },
  pendingComponent: PendingPage,
  component: Staff,
});

function Staff() {
  const { me } = Route.useRouteContext();
  return (
    <SessionProvider me={me}>
      <CompanyFormatting>
        <Shell search={searchCustomers} inboxCount={useUnread()} views={useSavedViewLinks()}><Outlet /></Shell>
      </CompanyFormatting>
    </SessionProvider>
  );
}
