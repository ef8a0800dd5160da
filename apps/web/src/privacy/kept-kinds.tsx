import { NumberText } from '#design';
import type { PersonPrivacyQuery } from '#operations';
import { m, useLanguage } from '#words';
import { keptKindLabels } from '@orbita/domain/privacy';
import { fateWord } from './fate-word.ts';
import styles from './privacy.module.css';

export type Kept = NonNullable<PersonPrivacyQuery['personalDataKept']>;

/** What is kept about somebody, by kind, with what an erasure does. */
export function KeptKinds({ kept }: { readonly kept: Kept }) {
  const language = useLanguage();
  return (
    <section aria-labelledby="privacy-kept" className={styles.card}>
      <h2 id="privacy-kept">{m.privacy_kept()}</h2>
      <p className={styles.quiet}>{m.privacy_kept_how({ name: kept.name })}</p>
      <table className={styles.table}>
        <thead><tr><th scope="col">{m.privacy_kind()}</th><th scope="col" className={styles.number}>{m.privacy_count()}</th><th scope="col">{m.privacy_erasure()}</th></tr></thead>
        <tbody>
          {kept.kinds.map(({ kind, count, erasure }) => (
            <tr key={kind}><td>{keptKindLabels[kind]?.[language] ?? kind}</td><td className={styles.number}><NumberText value={count} /></td><td className={styles.quiet}>{fateWord(erasure)}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
