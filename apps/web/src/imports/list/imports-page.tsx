import { useMe } from '#access';
import { usePagedConnection } from '#api-client';
import { EmptyState, ErrorState, KeyHint, NumberText, PageHeader, SkeletonRows, VirtualTable } from '#design';
import { maySeeImports } from '#import-link';
import { ImportsDocument, type ImportsQuery } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconFileImport, IconLock, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { isMoving } from '../status-chip.tsx';
import { importColumns, type ListedImport } from './import-columns.tsx';
import styles from './list.module.css';

const pageOf = ({ imports }: ImportsQuery) => ({ rows: imports.edges.map(({ node }) => node), total: imports.totalCount });
const idOf = ({ id }: ListedImport) => id;
const nameOf = ({ fileName }: ListedImport) => fileName;
const renewed = 2000;
const nothing = {};

/** Every file that was brought in, the latest first; what runs moves. */
export function ImportsPage() {
  const { role } = useMe();
  if (!maySeeImports(role)) return <><PageHeader title={m.imports_title()} /><EmptyState icon={IconLock} text={m.imports_not_allowed()} /></>;
  return <Imports />;
}

function Imports() {
  const navigate = useNavigate();
  const source = usePagedConnection({ document: ImportsDocument, field: 'imports', pageOf, variables: nothing });
  const columns = useMemo(importColumns, []);
  const create = () => void navigate({ to: '/imports/new', search: {} });
  useShortcut({ keys: 'n', label: m.imports_new(), group: 'page', run: create });
  const { refetch, rowAt, total } = source;
  // What runs was started lately: it stands among the first.
  const moving = Array.from({ length: Math.min(total, 20) }, (_, at) => rowAt(at)).some((row) => row && isMoving(row.status));
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(refetch, renewed);
    return () => clearInterval(timer);
  }, [moving, refetch]);
  return (
    <>
      <PageHeader
        title={m.imports_title()} beside={!source.loading && <span className={styles.count}><NumberText value={total} /></span>}
        actions={<Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={create}>{m.imports_new()}</Button>}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={refetch} /> : source.loading ? <SkeletonRows rows={8} /> : (
        <VirtualTable
          {...source} stale={false} label={m.imports_title()} columns={columns} idOf={idOf} nameOf={nameOf} onOpen={({ id }) => void navigate({ to: '/imports/$id', params: { id } })}
          empty={<EmptyState icon={IconFileImport} text={m.imports_empty()} action={{ label: m.imports_new(), keys: 'n', onAct: create }} />}
        />
      )}
    </>
  );
}
