import { m } from '#words';
import { DoorPage } from '../door-page.tsx';
import { forgetMe, signOut } from '../use-me.tsx';
import { safeNext } from '../sign-in/safe-next.ts';
import { SetUp } from './set-up.tsx';
import styles from '../door.module.css';

/** Where somebody is led whose company asks for a second factor that he has not. */
export const SetUpPage = ({ next }: { readonly next?: string | undefined }) => (
  <DoorPage title={m.access_two_factor_title()}>
    <p className={styles.told}>{m.access_two_factor_demanded()}</p>
    <SetUp
      onDone={() => {
        forgetMe();
        location.assign(safeNext(next));
      }}
    />
    <button type="button" className={styles.link} onClick={() => void signOut()}>{m.shell_sign_out()}</button>
  </DoorPage>
);
