import { Dialog, lazily, showToast } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useWaysIn } from '../sign-in/use-ways-in.ts';
import { forgetMe, useMe } from '../use-me.tsx';
import styles from './two-factor.module.css';

const SetUp = lazily(async () => (await import('./set-up.tsx')).SetUp);
const AskPassword = lazily(async () => (await import('./set-up.tsx')).AskPassword);
const RecoveryCodes = lazily(async () => (await import('./recovery-codes.tsx')).RecoveryCodes);
const made = z.object({ backupCodes: z.array(z.string()) });

type Step = 'on' | 'off' | 'codes';
const titles: Record<Step, () => string> = { on: m.access_two_factor_title, off: m.access_two_factor_off_title, codes: m.access_recovery_codes };

/** One's own second factor: turned on, turned off, and new codes for the day it is lost. */
export function TwoFactorSection() {
  const me = useMe();
  const { passwords } = useWaysIn();
  const [enabled, setEnabled] = useState(me.twoFactorEnabled);
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => {
    setStep(undefined);
    setCodes(undefined);
  };
  const become = (on: boolean) => {
    forgetMe();
    setEnabled(on);
  };
  const end = (told: string) => {
    close();
    showToast(told);
  };
  // The codes are seen this once: they go when one has kept them, not by a slip.
  const held = step === 'on' ? enabled : codes !== undefined;
  if (!passwords) return <p>{m.access_two_factor_elsewhere()}</p>;
  return (
    <div className={styles.steps}>
      <p>{enabled ? m.access_two_factor_is_on() : m.access_two_factor_is_off()}</p>
      <div className={styles.row}>
        {enabled ? (
          <>
            <Button variant="default" onClick={() => setStep('codes')}>{m.access_recovery_new()}</Button>
            <Button variant="subtle" color="red" onClick={() => setStep('off')}>{m.access_two_factor_turn_off()}</Button>
          </>
        ) : <Button variant="default" leftSection={<IconShieldCheck size={15} stroke={1.6} />} onClick={() => setStep('on')}>{m.access_two_factor_set_up()}</Button>}
      </div>
      {step && (
        <Dialog title={titles[step]()} size="small" held={held} onClose={close}>
          {step === 'on' && <SetUp onVerified={() => become(true)} onDone={() => end(m.access_two_factor_done())} />}
          {step === 'off' && <AskPassword dangerous action={m.access_two_factor_turn_off()} path="two-factor/disable" onAnswer={() => { become(false); end(m.access_two_factor_gone()); }} />}
          {step === 'codes' && (codes
            ? <RecoveryCodes codes={codes} onKept={close} />
            : <AskPassword action={m.access_recovery_new()} path="two-factor/generate-backup-codes" onAnswer={(answer) => setCodes(made.parse(answer).backupCodes)} />)}
        </Dialog>
      )}
    </div>
  );
}
