import { Chip, numberFormat, SelectField } from '#design';
import type { ImportPreviewQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useState } from 'react';
import { type Draft, ownerMeant, withOwner } from '../draft/draft.ts';
import type { ImportTarget } from '../draft/import-target.ts';
import styles from './try.module.css';

type UnknownOwner = NonNullable<ImportPreviewQuery['importPreview']['preview']>['unknownOwners'][number];

interface UnknownOwnersProps {
  /** Those of the last try: whom somebody has said since is no longer among them, and stays to be seen. */
  readonly owners: readonly UnknownOwner[];
  readonly people: ImportTarget['choices'];
  readonly draft: Draft;
  readonly put: (change: (draft: Draft) => Draft) => void;
}

const nobody = '-';

/** Names of owners whom nobody here is, with how many rows each has; somebody who is here may take them over. */
export function UnknownOwners({ owners, people, draft, put }: UnknownOwnersProps) {
  const format = numberFormat(useLanguage());
  const [seen, setSeen] = useState(owners);
  const fresh = owners.filter(({ name }) => !seen.some((one) => one.name === name));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  if (seen.length === 0) return null;
  const without = draft.onUnknownOwner === 'REFUSE' ? m.imports_unknown_refuse() : m.imports_unknown_empty();
  return (
    <section className={styles.part} aria-labelledby="imports-owners">
      <h2 id="imports-owners">{m.imports_unknown_owners()}</h2>
      <p className={styles.quiet}>{draft.onUnknownOwner === 'REFUSE' ? m.imports_unknown_owners_refused() : m.imports_unknown_owners_how()}</p>
      <ul className={styles.owners} aria-labelledby="imports-owners">
        {seen.map(({ name, rows, left }) => (
          <li key={name}>
            <p><b>{name}</b> <span className={styles.quiet}>{m.imports_rows_of({ count: rows, shown: format.format(rows) })}</span> {left && <Chip>{m.imports_owner_left()}</Chip>}</p>
            <SelectField
              size="xs" aria-label={m.imports_owner_means({ name })} searchable={people.length > 8} data={[{ value: nobody, label: without }, ...people.map(({ value, label }) => ({ value, label }))]}
              value={ownerMeant(draft, name) ?? nobody} onChange={(user) => user !== null && put((now) => withOwner(now, name, user === nobody ? null : user))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
