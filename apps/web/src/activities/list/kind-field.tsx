import { SelectField } from '#design';
import { m } from '#words';
import { activityKinds } from '@orbita/domain/activities';
import { type ActivityKind, activityWord } from '../activity-words.ts';
import styles from './list.module.css';

/** Of which kind alone. */
export function KindField({ kind, onChange }: { readonly kind: ActivityKind | undefined; readonly onChange: (kind: ActivityKind | undefined) => void }) {
  return (
    <SelectField
      size="xs" className={styles.kindField} clearable aria-label={m.activities_kind()} placeholder={m.activities_kind()} value={kind ?? null}
      data={activityKinds.map((value) => ({ value, label: activityWord(value) }))} onChange={(value) => onChange(activityKinds.find((each) => each === value))}
    />
  );
}
