import { askDoor } from '#access';
import { ErrorState, RelativeTime, showToast, SkeletonRows } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import * as z from 'zod/mini';
import { useCallback, useEffect, useState } from 'react';
import { deviceName } from '../sessions/device-name.ts';
import styles from '../users.module.css';

const listed = z.array(z.object({
  id: z.string(), token: z.string(), userAgent: z.nullish(z.string()), ipAddress: z.nullish(z.string()), updatedAt: z.string(),
}));
type OwnSession = z.infer<typeof listed>[number];

const door = async (path: string, body?: object): Promise<unknown> => {
  const { data, refused } = await askDoor(path, body);
  if (refused) throw new Error(`The door says no to ${path}: ${refused.failure}.`);
  return data;
};
const current = z.object({ session: z.object({ id: z.string() }) });

/** One's own devices: a lost one is signed out from here. */
export function OwnSessions() {
  const [sessions, setSessions] = useState<readonly OwnSession[]>();
  const [here, setHere] = useState<string>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    Promise.all([door('list-sessions'), door('get-session')]).then(([all, own]) => {
      setSessions(listed.parse(all));
      setHere(current.parse(own).session.id);
      setFailed(false);
    }).catch(() => setFailed(true));
  }, []);
  useEffect(load, [load]);
  const end = (path: string, body: object) => void door(path, body)
    .then(load).catch(() => showToast(m.users_failed(), { tone: 'bad' }));
  if (failed) return <ErrorState onRetry={load} />;
  if (!sessions) return <SkeletonRows rows={2} height={44} />;
  return (
    <>
      <ul className={styles.devices}>
        {sessions.map(({ id, token, userAgent, ipAddress, updatedAt }) => (
          <li key={id}>
            <IconDeviceDesktop size={16} stroke={1.6} aria-hidden />
            <span className={styles.grow}>{deviceName(userAgent ?? null) ?? m.users_unknown_device()} <span className={styles.quiet}>{ipAddress} · <RelativeTime value={updatedAt} /></span></span>
            {id === here
              ? <span className={styles.quiet}>{m.users_this_device()}</span>
              : <Button size="compact-xs" variant="default" onClick={() => end('revoke-session', { token })}>{m.users_end_session()}</Button>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => end('revoke-other-sessions', {})}>{m.users_end_others()}</Button>}
    </>
  );
}
