import { Chip, DateText, Monogram, NumberText, RelativeTime, type TableColumn } from '#design';
import type { ActivitiesQuery } from '#operations';
import { m } from '#words';
import { directionLabels } from '@orbita/domain/activities';
import { Link } from '@tanstack/react-router';
import { activityIcon, activityWord } from '../activity-words.ts';
import styles from './list.module.css';

export type ListedActivity = ActivitiesQuery['activities']['edges'][number]['node'];

/** What it was about; what was only written has its text for it. */
export const nameOf = ({ subject, body, kind }: Pick<ListedActivity, 'subject' | 'body' | 'kind'>): string => subject || body || activityWord(kind);

/** Where an activity stands: in the record of its customer. */
export const placeOf = ({ customer }: ListedActivity) => ({ to: '/customers/$id', params: { id: customer.id } }) as const;

/** Every column of the list; ids of what can be sorted are what the server calls it. */
export const activityColumns = (language: 'en' | 'es', now: number): readonly TableColumn<ListedActivity>[] => [
  { id: 'subject', header: m.activities_subject(), width: 240, narrowWidth: 190, grow: true, cell: (row) => <><Kind kind={row.kind} /><span className={styles.cut} data-done={row.doneAt !== null || undefined}>{nameOf(row)}</span></> },
  { id: 'customer', header: m.activities_customer(), width: 220, narrowWidth: 140, grow: true, sortable: true, cell: (row) => <><Monogram name={row.customer.name} shape="square" size={16} /><Link {...placeOf(row)} tabIndex={-1} className={styles.cut}>{row.customer.name}</Link></> },
  { id: 'occurredAt', header: m.activities_when(), width: 120, sortable: true, wideOnly: true, cell: ({ occurredAt }) => <RelativeTime value={occurredAt} /> },
  { id: 'author', header: m.activities_by(), width: 150, wideOnly: true, cell: ({ author }) => author && <Person name={author.name} /> },
  { id: 'assignee', header: m.activities_assignee(), width: 150, wideOnly: true, cell: ({ assignee }) => assignee && <Person name={assignee.name} /> },
  { id: 'dueAt', header: m.activities_due(), width: 110, sortable: true, wideOnly: true, cell: ({ dueAt, doneAt }) => dueAt && <Due at={dueAt} late={doneAt === null && Date.parse(dueAt) < now} /> },
  { id: 'doneAt', header: m.activities_done(), width: 110, sortable: true, wideOnly: true, cell: ({ doneAt }) => doneAt && <DateText value={doneAt} /> },
  { id: 'direction', header: m.activities_who_began(), width: 110, wideOnly: true, cell: ({ direction }) => direction && directionLabels[direction][language] },
  { id: 'durationMinutes', header: m.activities_minutes(), width: 90, wideOnly: true, align: 'end', cell: ({ durationMinutes }) => durationMinutes !== null && <NumberText value={durationMinutes} /> },
  { id: 'body', header: m.activities_text(), width: 320, wideOnly: true, cell: ({ subject, body }) => subject && body && <span className={styles.cut}>{body}</span> },
];

function Kind({ kind }: Pick<ListedActivity, 'kind'>) {
  const Icon = activityIcon(kind);
  return <Icon size={15} stroke={1.6} className={styles.kind} role="img" aria-label={activityWord(kind)} />;
}

const Person = ({ name }: { readonly name: string }) => <><Monogram name={name} size={16} /><span className={styles.cut}>{name}</span></>;

const Due = ({ at, late }: { readonly at: string; readonly late: boolean }) => (late ? <Chip tone="bad"><DateText value={at} /></Chip> : <DateText value={at} />);
