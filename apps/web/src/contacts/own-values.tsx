import { CustomValueText, draftOf, isEmpty } from '#custom-fields';
import type { CustomValueDetailsFragment } from '#operations';
import { useState } from 'react';
import { MoreFields } from './more-fields.tsx';
import styles from './contacts.module.css';

/** As many are read at a glance; one or two beyond are no reason to fold. */
const glance = 6;

/** What the company keeps of its own about a contact, as far as it is filled in; much of it is folded. */
export function OwnValues({ values }: { readonly values: readonly CustomValueDetailsFragment[] }) {
  const [open, setOpen] = useState(false);
  const filled = values.filter((value) => !isEmpty(draftOf(value)));
  if (filled.length === 0) return null;
  const folds = filled.length > glance + 2;
  const shown = folds && !open ? filled.slice(0, glance) : filled;
  return (
    <>
      <dl className={styles.own}>
        {shown.map((value) => <div key={value.name}><dt>{value.label}</dt><dd><CustomValueText value={value} /></dd></div>)}
      </dl>
      {folds && <MoreFields hidden={filled.length - shown.length} onToggle={() => setOpen(!open)} />}
    </>
  );
}
