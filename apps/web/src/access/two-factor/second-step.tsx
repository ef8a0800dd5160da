import { CheckField, TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { askDoor, type DoorRefusal } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import { CodeField } from './code-field.tsx';
import styles from '../door.module.css';

interface SecondStepProps {
  readonly onSignedIn: () => void;
  /** The password is wanted again. */
  readonly onBack: () => void;
}

/** Signing in, after the password: a code of the authenticator, or one that was kept for the day it is lost. */
export function SecondStep({ onSignedIn, onBack }: SecondStepProps) {
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const [refused, setRefused] = useState<DoorRefusal>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const send = async (given: string) => {
    if (busy) return;
    setBusy(true);
    const answer = await askDoor(recovery ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp', { code: given.trim(), trustDevice: trust });
    setBusy(false);
    if (!answer.refused) return onSignedIn();
    setRefused(answer.refused);
    return field.current?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(code);
  };
  const other = () => {
    setRecovery(!recovery);
    setCode('');
    setRefused(undefined);
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        {refused && <p role="alert" className={styles.failure}>{refusalText(refused, recovery)}</p>}
        <p className={styles.told}>{recovery ? m.access_recovery_how() : m.access_code_how()}</p>
        {recovery ? (
          <TextField ref={field} key="recovery" label={m.access_recovery_code()} value={code} onChange={(event) => setCode(event.currentTarget.value)} autoComplete="off" spellCheck={false} required withAsterisk={false} autoFocus />
        ) : (
          <CodeField
            ref={field} value={code} onChange={(next) => {
              setCode(next);
              // The last digit says it all: nobody has to look for a button.
              if (next.length === 6 && next !== code) void send(next);
            }}
          />
        )}
        <CheckField label={m.access_trust_device()} checked={trust} onChange={(event) => setTrust(event.currentTarget.checked)} />
        <Button type="submit" size="sm" loading={busy}>{m.access_sign_in()}</Button>
      </form>
      <button type="button" className={styles.link} onClick={other}>{recovery ? m.access_code_instead() : m.access_recovery_instead()}</button>
      <button type="button" className={styles.link} onClick={onBack}>{m.access_back_to_sign_in()}</button>
    </>
  );
}

function refusalText({ failure, code }: DoorRefusal, recovery: boolean): string {
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return m.access_code_too_late();
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return m.access_code_locked();
  return failureText(failure, recovery ? m.access_recovery_wrong() : m.access_code_wrong());
}
