import { useMe } from '#access';
import { refusalText, type Refused } from '#api-client';
import { ConfirmDialog, RelativeTime, showToast } from '#design';
import { ResetTwoFactorDocument, RevokeSessionsDocument, SessionsDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { deviceName } from '../sessions/device-name.ts';
import type { Person } from './people.tsx';
import styles from '../users.module.css';

/** How a person comes in: the second factor, and where he is signed in. What is done here takes hold at once. */
export function PersonAccess({ person }: { readonly person: Person }) {
  const me = useMe();
  const language = useLanguage();
  const { data } = useQuery(SessionsDocument, { variables: { userId: person.id }, fetchPolicy: 'cache-and-network' });
  const [reset] = useMutation(ResetTwoFactorDocument, { refetchQueries: ['Sessions'] });
  const [revoke] = useMutation(RevokeSessionsDocument, { refetchQueries: ['Sessions'], awaitRefetchQueries: true });
  const [asking, setAsking] = useState(false);
  const [enabled, setEnabled] = useState(person.twoFactorEnabled === true);
  const tell = (refusal: Refused | null | undefined, done: string) => (refusal ? showToast(refusalText(refusal, language), { tone: 'bad' }) : showToast(done));
  const failed = () => showToast(m.users_failed(), { tone: 'bad' });
  const take = async () => {
    const { data: done } = await reset({ variables: { userId: person.id } });
    setAsking(false);
    setEnabled(done?.resetTwoFactor.user?.twoFactorEnabled ?? enabled);
    tell(done?.resetTwoFactor.refusal, m.users_two_factor_reset({ name: person.name }));
  };
  const end = async () => tell((await revoke({ variables: { userId: person.id } })).data?.revokeSessions.refusal, m.users_sessions_ended({ name: person.name }));
  const sessions = data?.sessions ?? [];
  return (
    <section className={styles.access}>
      <h3>{m.users_access()}</h3>
      <div className={styles.line}>
        <span className={styles.grow}>{m.access_two_factor()} <span className={styles.quiet}>{enabled ? m.users_two_factor_on() : m.users_two_factor_off()}</span></span>
        {enabled && person.id !== me.id && <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>{m.users_two_factor_take()}</Button>}
      </div>
      <ul className={styles.devices}>
        {sessions.map(({ id, userAgent, ipAddress, lastSeenAt }) => (
          <li key={id}><span className={styles.grow}>{deviceName(userAgent) ?? m.users_unknown_device()} <span className={styles.quiet}>{ipAddress} · <RelativeTime value={lastSeenAt} /></span></span></li>
        ))}
      </ul>
      {sessions.length > 0 && person.id !== me.id && <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => void end().catch(failed)}>{m.users_end_all()}</Button>}
      {asking && (
        <ConfirmDialog title={m.users_two_factor_take_title({ name: person.name })} action={m.users_two_factor_take()} dangerous onClose={() => setAsking(false)} onConfirm={() => void take().catch(failed)}>
          {m.users_two_factor_take_text()}
        </ConfirmDialog>
      )}
    </section>
  );
}
