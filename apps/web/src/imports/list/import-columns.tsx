import { NumberText, RelativeTime, type TableColumn } from '#design';
import type { ImportsQuery } from '#operations';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import { roomWord } from '../room-word.ts';
import { isMoving, StatusChip } from '../status-chip.tsx';
import styles from './list.module.css';

export type ListedImport = ImportsQuery['imports']['edges'][number]['node'];

const number = (id: 'created' | 'updated' | 'unchanged' | 'refused', header: string, tone?: 'bad'): TableColumn<ListedImport> => ({
  id, header, width: 90, align: 'end', wideOnly: true,
  cell: ({ rows }) => <span data-tone={rows[id] > 0 ? tone : undefined} className={styles.number}><NumberText value={rows[id]} /></span>,
});

export const importColumns = (): readonly TableColumn<ListedImport>[] => [
  { id: 'fileName', header: m.imports_file(), width: 160, grow: true, cell: ({ id, fileName }) => <Link to="/imports/$id" params={{ id }} tabIndex={-1} className={styles.name}>{fileName}</Link> },
  { id: 'room', header: m.imports_what(), width: 120, wideOnly: true, cell: ({ room }) => roomWord(room) },
  { id: 'status', header: m.imports_status(), width: 130, cell: ({ status, share }) => (isMoving(status) && status !== 'UNDOING' ? <Moving share={share} /> : <StatusChip status={status} />) },
  number('created', m.imports_created()), number('updated', m.imports_updated()), number('unchanged', m.imports_unchanged()), number('refused', m.imports_refused(), 'bad'),
  { id: 'by', header: m.imports_by(), width: 140, wideOnly: true, cell: ({ startedByName }) => startedByName ?? m.imports_by_command() },
  { id: 'when', header: m.imports_when(), width: 120, cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
];

const Moving = ({ share }: { readonly share: number }) => (
  <span className={styles.moving}><progress value={share} aria-label={m.imports_bar()} /><NumberText value={share} percent /></span>
);
