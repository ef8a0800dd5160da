import { PasswordField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { shortestPassword } from '@orbita/domain/access';
import { type FormEvent, useState } from 'react';
import { askDoor } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import styles from '../door.module.css';

type Outcome = { readonly done: boolean; readonly text: string };

/** Changes one's own password; every other session of the same person ends. */
export function PasswordForm() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const [currentPassword, newPassword] = [String(form.get('current')), String(form.get('new'))];
    if (newPassword !== form.get('repeated')) return setOutcome({ done: false, text: m.access_password_differs() });
    setBusy(true);
    const { refused } = await askDoor('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
    setBusy(false);
    if (refused) return setOutcome({ done: false, text: failureText(refused.failure, m.access_password_wrong()) });
    element.reset();
    return setOutcome({ done: true, text: m.access_password_changed() });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {outcome && <p role={outcome.done ? 'status' : 'alert'} className={outcome.done ? styles.done : styles.failure}>{outcome.text}</p>}
      <PasswordField name="current" label={m.access_password_current()} autoComplete="current-password" required />
      <PasswordField
        name="new" label={m.access_password_new()} description={m.access_password_rule({ count: shortestPassword })}
        autoComplete="new-password" minLength={shortestPassword} required
      />
      <PasswordField name="repeated" label={m.access_password_repeated()} autoComplete="new-password" required />
      <Button type="submit" loading={busy} style={{ justifySelf: 'start' }}>{m.access_password_change()}</Button>
    </form>
  );
}
