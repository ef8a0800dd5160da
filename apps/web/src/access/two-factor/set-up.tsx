import { lazily, PasswordField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import { askDoor, type DoorRefusal } from '../ask-door.ts';
import { failureText } from '../failure-text.ts';
import { CodeField } from './code-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import doorStyles from '../door.module.css';
import styles from './two-factor.module.css';

const QrCode = lazily(async () => (await import('./qr-code.tsx')).QrCode);
const begun = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
type Begun = z.infer<typeof begun>;

interface SetUpProps {
  /** It is on from here; the codes are still to be kept. */
  readonly onVerified?: () => void;
  readonly onDone: () => void;
}

/** Three steps: the password, a code of the authenticator that has read the picture, and the codes for the day it is lost. */
export function SetUp({ onVerified, onDone }: SetUpProps) {
  const [shown, setShown] = useState<Begun>();
  const [verified, setVerified] = useState(false);
  if (!shown) return <AskPassword action={m.access_two_factor_begin()} path="two-factor/enable" onAnswer={(answer) => setShown(begun.parse(answer))} />;
  const verify = () => {
    setVerified(true);
    onVerified?.();
  };
  if (!verified) return <Verify uri={shown.totpURI} onVerified={verify} />;
  return <RecoveryCodes codes={shown.backupCodes} onKept={onDone} />;
}

interface AskPasswordProps {
  readonly action: string;
  readonly path: string;
  readonly onAnswer: (data: unknown) => void;
  readonly dangerous?: boolean;
}

/** What concerns the second factor is done with the password once more: a screen that was left open is not enough. */
export function AskPassword({ action, path, onAnswer, dangerous = false }: AskPasswordProps) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    const { data, refused } = await askDoor(path, { password });
    setBusy(false);
    if (refused) return setProblem(refusalText(refused));
    return onAnswer(data);
  };
  return (
    <form className={doorStyles.form} onSubmit={(event) => void submit(event)}>
      {problem && <p role="alert" className={doorStyles.failure}>{problem}</p>}
      <PasswordField name="password" label={m.access_password()} autoComplete="current-password" required withAsterisk={false} autoFocus data-autofocus />
      <Button type="submit" loading={busy} color={dangerous ? 'red.9' : 'brand'} style={{ justifySelf: 'start' }}>{action}</Button>
    </form>
  );
}

function refusalText({ failure, code }: DoorRefusal): string {
  return failureText(failure, code === 'TOTP_ALREADY_ENABLED' ? m.access_two_factor_already() : m.access_two_factor_password_wrong());
}

function Verify({ uri, onVerified }: { readonly uri: string; readonly onVerified: () => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { refused } = await askDoor('two-factor/verify-totp', { code });
    if (refused) setProblem(failureText(refused.failure, m.access_code_wrong()));
    else onVerified();
  };
  return (
    <form className={doorStyles.form} onSubmit={(event) => void submit(event)}>
      <p>{m.access_two_factor_scan()}</p>
      <QrCode text={uri} />
      <p className={doorStyles.told}>{m.access_two_factor_by_hand()} <code className={styles.secret}>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <CodeField value={code} onChange={setCode} error={problem} />
      <Button type="submit" disabled={code.length !== 6} style={{ justifySelf: 'start' }}>{m.access_two_factor_turn_on()}</Button>
    </form>
  );
}
