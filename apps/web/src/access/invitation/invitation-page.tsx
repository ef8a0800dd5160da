import { ErrorState, lazily, SkeletonRows } from '#design';
import { changeLanguage, currentLanguage, m } from '#words';
import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { askDoor } from '../ask-door.ts';
import { DoorPage } from '../door-page.tsx';
import { useWaysIn } from '../sign-in/use-ways-in.ts';
import { AcceptForm } from './accept-form.tsx';
import styles from '../door.module.css';

const SignOnButton = lazily(async () => (await import('../sign-in/sign-on-button.tsx')).SignOnButton);

const text = z.catch(z.string(), '');
const seen = z.object({
  state: z.enum(['PENDING', 'EXPIRED', 'ACCEPTED', 'REVOKED', 'UNKNOWN']), language: z.catch(z.enum(['en', 'es']), 'en'),
  email: text, company: text, invitedByName: text, invitedByEmail: text,
});
type Seen = z.infer<typeof seen>;

/** The page speaks the language of the letter; changing it draws everything anew, so it is done once. */
let spoken: string | undefined;

/** Where the link of an invitation leads: who asks one into what, and the little that has to be said. */
export function InvitationPage({ token = '' }: { readonly token?: string | undefined }) {
  const { singleSignOn, passwords } = useWaysIn();
  const [found, setFound] = useState<Seen>();
  const [failed, setFailed] = useState(false);
  const look = useCallback(() => {
    void askDoor('invitation/look', { token }).then(({ data }) => {
      const read = seen.safeParse(data);
      setFailed(!read.success);
      if (!read.success) return;
      setFound(read.data);
      if (read.data.state === 'UNKNOWN' || spoken === token) return;
      spoken = token;
      if (read.data.language !== currentLanguage()) changeLanguage(read.data.language);
    });
  }, [token]);
  useEffect(look, [look]);
  if (failed) return <DoorPage title={m.access_invitation_title()}><ErrorState onRetry={look} /></DoorPage>;
  if (!found) return <DoorPage title={m.access_invitation_title()}><SkeletonRows rows={4} /></DoorPage>;
  if (found.state !== 'PENDING') return <DoorPage title={m.access_invitation_over()}><Over found={found} /></DoorPage>;
  return (
    <DoorPage title={m.access_invitation_to({ company: found.company })}>
      <p className={styles.told}>{m.access_invitation_from({ name: found.invitedByName, email: found.email })}</p>
      {passwords && <AcceptForm token={token} email={found.email} language={found.language} onState={look} />}
      {singleSignOn && <SignOnButton name={singleSignOn.name} next="/" alone={!passwords} />}
    </DoorPage>
  );
}

const overs: Partial<Record<Seen['state'], () => string>> = { EXPIRED: m.access_invitation_expired, ACCEPTED: m.access_invitation_accepted, REVOKED: m.access_invitation_revoked };

function Over({ found }: { readonly found: Seen }) {
  const told = overs[found.state];
  if (!told) return <p role="status" className={styles.told}>{m.access_invitation_unknown()}</p>;
  return (
    <>
      <p role="status" className={styles.told}>{told()} {m.access_invitation_ask({ name: found.invitedByName })} <a href={`mailto:${found.invitedByEmail}`}>{found.invitedByEmail}</a></p>
      <a className={styles.other} href="/sign-in">{m.access_sign_in()}</a>
    </>
  );
}
