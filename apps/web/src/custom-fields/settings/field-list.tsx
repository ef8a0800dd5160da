import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import { useState } from 'react';
import { moved } from './field-draft.ts';
import { FieldRow } from './field-row.tsx';
import styles from './settings.module.css';
import { useFieldActs } from './use-field-acts.ts';

interface FieldListProps {
  readonly fields: readonly CustomFieldDetailsFragment[];
  readonly entity: CustomEntity;
  readonly onEdit: (field: CustomFieldDetailsFragment) => void;
}

/** The fields in the order in which records show them: drawn by the mouse, or moved by Alt and an arrow. */
export function FieldList({ fields, entity, onEdit }: FieldListProps) {
  const acts = useFieldActs();
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    const field = fields[from];
    if (!field || to < 0 || to >= fields.length || from === to) return;
    setSaid(m.fields_moved({ name: field.label, place: to + 1, count: fields.length }));
    void acts.sort(entity, moved(fields, from, to).map(({ id }) => id));
  };
  return (
    <>
      <ol className={styles.list} aria-label={m.fields_title()}>
        {fields.map((field, at) => (
          <FieldRow
            key={field.id} field={field} at={at} count={fields.length} onMove={(to) => move(at, to)} onDropped={move}
            onEdit={() => onEdit(field)} onArchive={() => void acts.archive(field)}
          />
        ))}
      </ol>
      <p role="status" className="visually-hidden">{said}</p>
    </>
  );
}
