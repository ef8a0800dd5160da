import { refusalText } from '#api-client';
import { DateText, EmptyState, ErrorState, Monogram, RelativeTime, showToast, SkeletonRows } from '#design';
import { RevokeSessionDocument, SessionsDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { deviceName } from './device-name.ts';
import styles from '../users.module.css';

/** Where everybody is signed in; ending one takes effect with that person's next step. */
export function Sessions() {
  const language = useLanguage();
  const { data, error, refetch } = useQuery(SessionsDocument, { fetchPolicy: 'cache-and-network' });
  const [revoke] = useMutation(RevokeSessionDocument, { refetchQueries: ['Sessions'], awaitRefetchQueries: true });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  if (data.sessions.length === 0) return <EmptyState icon={IconDevices} text={m.users_no_sessions()} />;
  const end = async (id: string, name: string) => {
    const { data: done } = await revoke({ variables: { id } });
    const refusal = done?.revokeSession.refusal;
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    else showToast(m.users_session_ended({ name }));
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.users_sessions()}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{m.users_person()}</th><th scope="col">{m.users_device()}</th><th scope="col">{m.users_address()}</th><th scope="col">{m.users_signed_in()}</th><th scope="col">{m.users_last_seen()}</th><td /></tr></thead>
        <tbody>
          {data.sessions.map(({ id, userName, userAgent, ipAddress, createdAt, lastSeenAt }) => (
            <tr key={id}>
              <th scope="row"><span className={styles.who}><Monogram name={userName} />{userName}</span></th>
              <td title={userAgent ?? undefined}>{deviceName(userAgent) ?? m.users_unknown_device()}</td>
              <td className="num">{ipAddress}</td>
              <td><DateText value={createdAt} style="moment" /></td>
              <td><RelativeTime value={lastSeenAt} /></td>
              <td><Button size="compact-xs" variant="default" onClick={() => void end(id, userName).catch(() => showToast(m.users_failed(), { tone: 'bad' }))}>{m.users_end_session()}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
