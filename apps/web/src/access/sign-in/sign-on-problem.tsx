import { m } from '#words';
import styles from '../door.module.css';

const reasons: Readonly<Record<string, () => string>> = {
  signup_disabled: m.access_sign_on_stranger, account_not_linked: m.access_sign_on_unverified, email_not_verified: m.access_sign_on_unverified,
  domain_not_allowed: m.access_sign_on_domain, ACCOUNT_INACTIVE: m.access_sign_on_inactive, access_denied: m.access_sign_on_denied,
};

/** Why somebody came back from the identity provider and is not in. */
export const SignOnProblem = ({ code }: { readonly code: string }) => (
  <p role="alert" className={styles.failure}>{(reasons[code] ?? m.access_sign_on_failed)()}</p>
);
