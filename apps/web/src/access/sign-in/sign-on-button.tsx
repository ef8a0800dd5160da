import { m } from '#words';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { askDoor } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

interface SignOnButtonProps {
  /** As the company calls its provider. */
  readonly name: string;
  readonly next: string;
  /** The only way in: then it is the first thing to do here. */
  readonly alone: boolean;
}

/** To the company's own identity provider, and back. */
export function SignOnButton({ name, next, alone }: SignOnButtonProps) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const { data, refused } = await askDoor('sign-in/social', { provider: 'oidc', callbackURL: next, errorCallbackURL: '/sign-in' });
    const { url } = (data ?? {}) as { url?: string };
    if (url) return location.assign(url);
    setBusy(false);
    return setProblem(failureText(refused?.failure ?? 'unreachable', m.access_sign_on_failed()));
  };
  return (
    <>
      {problem && <p role="alert" className={styles.failure}>{problem}</p>}
      <Button size="sm" variant={alone ? 'filled' : 'default'} leftSection={<IconKey size={15} stroke={1.6} />} loading={busy} autoFocus={alone} onClick={() => void go()}>{m.access_sign_on({ name })}</Button>
    </>
  );
}
