import { Chip } from '#design';
import type { CustomFieldDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { ActionIcon } from '@mantine/core';
import { IconArchive, IconGripVertical, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { typeWord } from './field-words.ts';
import styles from './settings.module.css';

interface FieldRowProps {
  readonly field: CustomFieldDetailsFragment;
  readonly at: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onDropped: (from: number, to: number) => void;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
}

/** A field with its handle: what it is, who needs it, who may read it. */
export function FieldRow({ field, at, count, onMove, onDropped, onEdit, onArchive }: FieldRowProps) {
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const drop = useRef(onDropped);
  drop.current = onDropped;
  useEffect(() => {
    if (!row.current || !handle.current) return undefined;
    return combine(
      draggable({ element: row.current, dragHandle: handle.current, getInitialData: () => ({ field: at }) }),
      dropTargetForElements({
        element: row.current, canDrop: ({ source }) => typeof source.data['field'] === 'number',
        getData: ({ input, element }) => attachClosestEdge({}, { input, element, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => setEdge(source.data['field'] === at ? null : extractClosestEdge(self.data)), onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const from = Number(source.data['field']);
          const before = extractClosestEdge(self.data) === 'top' ? at : at + 1;
          drop.current(from, before > from ? before - 1 : before);
        },
      }),
    );
  }, [at]);
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? at - 1 : at + 1);
  };
  const name = field.label;
  return (
    <li ref={row} data-edge={edge ?? undefined}>
      <button
        ref={handle} type="button" className={styles.handle} onKeyDown={press} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-label={m.fields_handle({ name, place: at + 1, count })}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      <span className={styles.what}>
        <b>{name}</b>
        <span className={styles.quiet}>{typeWord(field.type, language)} · <code>{field.name}</code></span>
        {field.required && <Chip>{field.entity === 'LEAD' ? m.fields_required_lead_short() : m.fields_required()}</Chip>}
        {field.requiredAtStages.length > 0 && <Chip>{m.fields_at_gates({ count: field.requiredAtStages.length })}</Chip>}
        {field.readers && <Chip>{m.fields_for_some()}</Chip>}
      </span>
      <ActionIcon size={28} aria-label={m.fields_edit({ name })} onClick={onEdit}><IconPencil size={14} stroke={1.6} /></ActionIcon>
      <ActionIcon size={28} aria-label={m.fields_archive_one({ name })} onClick={onArchive}><IconArchive size={14} stroke={1.6} /></ActionIcon>
    </li>
  );
}
