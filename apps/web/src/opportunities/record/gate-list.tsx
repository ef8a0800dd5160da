import type { MissingFragment } from '#operations';
import { useTelling } from '#rules';
import { useLanguage } from '#words';
import type { Rule } from '@orbita/domain/rules';
import { IconCircleDashed } from '@tabler/icons-react';
import styles from './record.module.css';

/** What is missing, each with the stage whose gate it is, in the language of the interface. */
export function GateList({ missing }: { readonly missing: readonly MissingFragment[] }) {
  const language = useLanguage();
  const rules = missing.map(({ rule }) => rule as Rule);
  const telling = useTelling({ and: rules });
  return (
    <ul className={styles.missing}>
      {missing.map(({ stage, stageNames }, at) => (
        <li key={`${stage} ${at}`}><IconCircleDashed size={15} stroke={1.75} aria-hidden /><span>{telling(rules[at] ?? { and: [] })}</span><span className={styles.of}>{stageNames?.[language] ?? stage}</span></li>
      ))}
    </ul>
  );
}
