import { PasswordField, SelectField, TextField } from '#design';
import { changeLanguage, type Language, m } from '#words';
import { Button } from '@mantine/core';
import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { type FormEvent, useState } from 'react';
import { askDoor, type DoorRefusal } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import { forgetMe } from '../use-me.tsx';
import styles from '../door.module.css';

interface AcceptFormProps {
  readonly token: string;
  readonly email: string;
  readonly language: Language;
  /** The link opens nothing any more: it is looked at again. */
  readonly onState: () => void;
}

/** How somebody is called, which language he reads, and his password: the rest the invitation says. */
export function AcceptForm({ token, email, language: first, onState }: AcceptFormProps) {
  const [language, setLanguage] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, password] = [String(form.get('name')), String(form.get('password'))];
    if (password !== form.get('repeated')) return setProblem(m.access_password_differs());
    setBusy(true);
    const { refused } = await askDoor('invitation/accept', { token, name, language, password });
    setBusy(false);
    if (refused?.code?.startsWith('INVITATION_')) return onState();
    if (refused) return setProblem(textOf(refused));
    changeLanguage(language);
    forgetMe();
    return location.assign('/');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {problem && <p role="alert" className={styles.failure}>{problem}</p>}
      {/* So that password keepers know whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField name="name" label={m.users_name()} autoComplete="name" required withAsterisk={false} autoFocus />
      <SelectField
        label={m.users_language()} value={language} data={[{ value: 'es', label: 'Español' }, { value: 'en', label: 'English' }]}
        onChange={(next) => next && setLanguage(next as Language)}
      />
      <PasswordField name="password" label={m.access_password()} description={m.access_password_rule({ count: shortestPassword })} autoComplete="new-password" minLength={shortestPassword} maxLength={longestPassword} required withAsterisk={false} />
      <PasswordField name="repeated" label={m.access_password_again()} autoComplete="new-password" required withAsterisk={false} />
      <Button type="submit" size="sm" loading={busy}>{m.access_invitation_accept()}</Button>
    </form>
  );
}

function textOf({ failure, code }: DoorRefusal): string {
  if (code === 'ALREADY_EXISTS') return m.access_invitation_here_already();
  return failureText(failure, code === 'PASSWORD_LENGTH' ? m.access_password_rule({ count: shortestPassword }) : m.access_invitation_name_wrong());
}
