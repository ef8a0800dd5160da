import { CustomValueText, draftOf, isEmpty } from '#custom-fields';
import type { CustomValueDetailsFragment } from '#operations';
import styles from './contacts.module.css';

/** What the company keeps of its own about a contact, as far as it is filled in. */
export function OwnValues({ values }: { readonly values: readonly CustomValueDetailsFragment[] }) {
  const filled = values.filter((value) => !isEmpty(draftOf(value)));
  if (filled.length === 0) return null;
  return (
    <dl className={styles.own}>
      {filled.map((value) => <div key={value.name}><dt>{value.label}</dt><dd><CustomValueText value={value} /></dd></div>)}
    </dl>
  );
}
