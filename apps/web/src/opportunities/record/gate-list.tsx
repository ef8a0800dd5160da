import { IconCircleDashed } from '@tabler/icons-react';
import styles from './record.module.css';

interface Missing {
  readonly stage: string;
  readonly stageName: string;
  readonly text: string;
}

/** What is missing, each with the stage whose gate it is. */
export const GateList = ({ missing }: { readonly missing: readonly Missing[] }) => (
  <ul className={styles.missing}>
    {missing.map(({ stage, stageName, text }) => (
      <li key={`${stage} ${text}`}><IconCircleDashed size={15} stroke={1.75} aria-hidden /><span>{text}</span><span className={styles.of}>{stageName}</span></li>
    ))}
  </ul>
);
