import { m } from '#words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { askDoor } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

/** Where the link leads that an operator printed for an administrator; it opens once, and not before he says so. */
export function LetIn({ token, onSignedIn }: { readonly token: string; readonly onSignedIn: () => void }) {
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    const { refused } = await askDoor('let-in', { token });
    if (refused) setProblem(failureText(refused.failure, m.access_let_in_over()));
    else onSignedIn();
  };
  return (
    <>
      {problem && <p role="alert" className={styles.failure}>{problem}</p>}
      <p className={styles.told}>{m.access_let_in_how()}</p>
      <Button size="sm" autoFocus onClick={() => void go()}>{m.access_let_in()}</Button>
    </>
  );
}
