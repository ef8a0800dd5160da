import { usePagedConnection } from '#api-client';
import { EmptyState, ErrorState, SkeletonRows, type TableSort, VirtualTable } from '#design';
import { SegmentMembersDocument, type SegmentMembersQuery } from '#operations';
import { m, useLanguage } from '#words';
import type { Rule } from '@orbita/domain/rules';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { type Member, memberColumns } from './member-columns.tsx';
import styles from './members.module.css';

const pageOf = ({ customers }: SegmentMembersQuery) => ({ rows: customers.edges.map(({ node }) => node), total: customers.totalCount });
const idOf = ({ id }: Member) => id;
const nameOf = ({ name }: Member) => name;

interface MembersProps {
  /** Whom an unsaved rule means… */
  readonly rule?: Rule | undefined;
  /** …or who is on a list. */
  readonly segmentId?: string;
  readonly selection?: { readonly ids: ReadonlySet<string>; readonly onChange: (ids: ReadonlySet<string>) => void };
  readonly empty?: ReactNode;
}

/** Every member, as the list of customers shows them. */
export const Members = (props: MembersProps) => (props.rule === undefined && props.segmentId === undefined
  ? <p className={styles.wait}>{m.segments_unfinished()}</p>
  : <MemberTable {...props} />);

function MemberTable({ rule, segmentId, selection, empty }: MembersProps) {
  const navigate = useNavigate();
  const language = useLanguage();
  const [sort, setSort] = useState<TableSort>({ column: 'name', descending: false });
  const columns = useMemo(() => memberColumns(language), [language]);
  const source = usePagedConnection({
    document: SegmentMembersDocument, field: 'customers', pageOf,
    variables: { rule, segmentId, orderBy: { by: sort.column, descending: sort.descending } },
  });
  if (source.failed) return <ErrorState error={source.error} onRetry={source.refetch} />;
  if (source.loading) return <SkeletonRows rows={12} />;
  return (
    <VirtualTable
      {...source} label={m.segments_members()} columns={columns} idOf={idOf} nameOf={nameOf} sort={sort} onSort={setSort} {...(selection ? { selection } : {})}
      empty={empty ?? <EmptyState icon={IconUsers} text={m.segments_nobody()} />} onOpen={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
    />
  );
}
