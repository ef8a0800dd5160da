import { SelectField } from '#design';
import { m } from '#words';
import { memo } from 'react';
import { nowhere, type targetGroups } from './targets-data.ts';
import styles from './columns.module.css';

interface TargetSelectProps {
  readonly column: string;
  readonly target: string | null;
  readonly groups: ReturnType<typeof targetGroups>;
  readonly taken: ReadonlyMap<string, string>;
  readonly onChoose: (target: string | null) => void;
}

/** Where a column goes, found by typing. */
export const TargetSelect = memo(({ column, target, groups, taken, onChoose }: TargetSelectProps) => (
  <SelectField
    size="xs" aria-label={m.imports_goes_to({ column })} data={groups} value={target ?? nowhere} searchable nothingFoundMessage={m.imports_no_field()} maxDropdownHeight={320}
    classNames={target === null ? { input: styles.nowhere ?? '' } : {}} onFocus={(event) => event.currentTarget.select()}
    onChange={(value) => value !== null && onChoose(value === nowhere ? null : value)}
    renderOption={({ option: { value, label } }) => {
      const from = taken.get(value);
      return <span className={styles.option}>{label}{from !== undefined && from !== column && <span className={styles.quiet}>{m.imports_taken({ column: from })}</span>}</span>;
    }}
  />
));
