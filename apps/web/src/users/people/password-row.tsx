import { PasswordField, TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { useState } from 'react';
import { randomPassword } from './random-password.ts';
import styles from '../users.module.css';

interface PasswordRowProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error: string | undefined;
  /** The person is new: without one he could not come in. */
  readonly fresh: boolean;
}

/** Typed, or made at random and shown so that it can be handed over. */
export function PasswordRow({ value, onChange, error, fresh }: PasswordRowProps) {
  const [made, setMade] = useState(false);
  const make = () => {
    setMade(true);
    onChange(randomPassword());
  };
  const common = {
    label: fresh ? m.users_password_first() : m.users_password_new(), value, error, minLength: shortestPassword, maxLength: longestPassword, autoComplete: 'new-password',
    description: fresh ? m.users_password_hint({ count: shortestPassword }) : m.users_password_kept(), required: fresh,
  };
  return (
    <div className={styles.password}>
      {made
        ? <TextField {...common} onChange={(event) => onChange(event.currentTarget.value)} />
        : <PasswordField {...common} onChange={(event) => onChange(event.currentTarget.value)} />}
      <Button variant="default" size="sm" onClick={make}>{m.users_password_make()}</Button>
    </div>
  );
}
