import { Chip, Monogram, NumberText, RelativeTime, type TableColumn } from '#design';
import type { SegmentsQuery } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconFilter, IconListDetails } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './list.module.css';

export type ListedSegment = SegmentsQuery['segments']['edges'][number]['node'];

export function segmentColumns(me: string, onRestore: ((segment: ListedSegment) => void) | undefined): readonly TableColumn<ListedSegment>[] {
  return [
    { id: 'name', header: m.segments_name(), width: 200, grow: true, sortable: true, cell: NameCell },
    { id: 'count', header: m.segments_size(), width: 90, align: 'end', cell: ({ count }) => <NumberText value={count} /> },
    { id: 'shared', header: m.segments_seen_by(), width: 132, wideOnly: true, cell: (segment) => <SeenBy segment={segment} me={me} /> },
    { id: 'owner', header: m.segments_owner(), width: 180, wideOnly: true, sortable: true, cell: ({ ownerName }) => ownerName && <><Monogram name={ownerName} size={16} /><span>{ownerName}</span></> },
    { id: 'updatedAt', header: m.segments_updated(), width: 130, wideOnly: true, sortable: true, cell: ({ updatedAt }) => <RelativeTime value={updatedAt} /> },
    ...(onRestore ? [{
      id: 'restore', header: '', width: 110, cell: (segment: ListedSegment) => segment.viewerCanDelete && <Button size="compact-xs" variant="default" onClick={() => onRestore(segment)}>{m.segments_restore()}</Button>,
    }] : []),
  ];
}

function NameCell({ id, name, kind, description }: ListedSegment) {
  const Icon = kind === 'RULE' ? IconFilter : IconListDetails;
  return (
    <>
      <Icon size={14} stroke={1.6} className={styles.kind} aria-label={kind === 'RULE' ? m.segments_by_rule() : m.segments_by_list()} />
      <Link to="/segments/$id" params={{ id }} tabIndex={-1}>{name}</Link>
      {description && <span className={styles.description}>{description}</span>}
    </>
  );
}

function SeenBy({ segment, me }: { readonly segment: ListedSegment; readonly me: string }) {
  if (segment.shared || segment.ownerId === null) return <Chip>{m.segments_shared()}</Chip>;
  return <span className={styles.description}>{segment.ownerId === me ? m.segments_only_me() : m.segments_private()}</span>;
}
