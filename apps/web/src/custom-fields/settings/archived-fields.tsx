import type { CustomFieldDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { typeWord } from './field-words.ts';
import styles from './settings.module.css';
import { useFieldActs } from './use-field-acts.ts';

/** Fields put away, which come back with their values. */
export function ArchivedFields({ fields }: { readonly fields: readonly CustomFieldDetailsFragment[] }) {
  const language = useLanguage();
  const { restore } = useFieldActs();
  return (
    <section className={styles.archived} aria-label={m.fields_archived()}>
      <h2>{m.fields_archived()}</h2>
      <ul className={styles.list}>
        {fields.map((field) => (
          <li key={field.id}>
            <span className={styles.what}><b>{field.label}</b><span className={styles.quiet}>{typeWord(field.type, language)}</span></span>
            <Button variant="default" size="compact-sm" aria-label={m.fields_restore_one({ name: field.label })} onClick={() => void restore(field)}>{m.fields_restore()}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
