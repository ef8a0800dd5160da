import { lazily } from '#design';
import { m } from '#words';
import { useState } from 'react';
import { DoorPage } from '../door-page.tsx';
import { forgetMe } from '../use-me.tsx';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useWaysIn } from './use-ways-in.ts';
import styles from '../door.module.css';

const SecondStep = lazily(async () => (await import('../two-factor/second-step.tsx')).SecondStep);
const SignOnButton = lazily(async () => (await import('./sign-on-button.tsx')).SignOnButton);
const LetIn = lazily(async () => (await import('./let-in.tsx')).LetIn);
const SignOnProblem = lazily(async () => (await import('./sign-on-problem.tsx')).SignOnProblem);

interface SignInPageProps {
  readonly next?: string | undefined;
  /** Why the identity provider, or what came back from it, let nobody in. */
  readonly error?: string | undefined;
  /** Of a link that an operator printed. */
  readonly letIn?: string | undefined;
}

export function SignInPage({ next, error, letIn }: SignInPageProps) {
  const { singleSignOn, passwords } = useWaysIn();
  const [second, setSecond] = useState(false);
  const come = () => {
    forgetMe();
    location.assign(safeNext(next));
  };
  if (second) return <DoorPage title={m.access_code_title()}><SecondStep onSignedIn={come} onBack={() => setSecond(false)} /></DoorPage>;
  if (letIn) return <DoorPage title={m.access_sign_in_title()}><LetIn token={letIn} onSignedIn={come} /></DoorPage>;
  return (
    <DoorPage title={m.access_sign_in_title()}>
      {error && <SignOnProblem code={error} />}
      {passwords && <SignInForm onSignedIn={come} onSecondStep={() => setSecond(true)} />}
      {singleSignOn && <SignOnButton name={singleSignOn.name} next={safeNext(next)} alone={!passwords} />}
      {passwords && <a className={styles.other} href="/forgot-password">{m.access_forgot()}</a>}
    </DoorPage>
  );
}
