import { lazily } from '#design';
import { RoleMatrix } from './role-matrix.tsx';

const TwoFactorDemand = lazily(async () => (await import('./two-factor-demand.tsx')).TwoFactorDemand);

/** What each role may do, and of which a second factor is demanded. */
export const Roles = ({ mayWrite }: { readonly mayWrite: boolean }) => (
  <>
    {mayWrite && <TwoFactorDemand />}
    <RoleMatrix />
  </>
);
