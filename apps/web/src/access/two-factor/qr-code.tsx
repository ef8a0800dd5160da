import { m } from '#words';
import { renderSVG } from 'uqr';
import styles from './two-factor.module.css';

/** What the authenticator's camera reads. Drawn here: the secret leaves this page for nobody. */
export const QrCode = ({ text }: { readonly text: string }) => (
  <div className={styles.qr} role="img" aria-label={m.access_qr()} dangerouslySetInnerHTML={{ __html: renderSVG(text, { border: 0, ecc: 'M' }) }} />
);
