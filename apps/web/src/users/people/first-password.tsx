import { CopyButton, Dialog } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import styles from '../users.module.css';

interface FirstPasswordProps {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** The one time it can be seen: from here on only its hash exists. */
export function FirstPassword({ name, email, password, onClose }: FirstPasswordProps) {
  return (
    <Dialog title={m.users_made({ name })} onClose={onClose} size="small" footer={<Button onClick={onClose} data-autofocus>{m.users_handed_over()}</Button>}>
      <p>{m.users_password_once()}</p>
      <dl className={styles.once}>
        <dt>{m.users_email()}</dt><dd>{email}</dd>
        <dt>{m.users_password()}</dt>
        <dd><code>{password}</code> <CopyButton text={password} about={m.users_password()} /></dd>
      </dl>
    </Dialog>
  );
}
