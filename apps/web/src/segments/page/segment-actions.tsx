import { useMe } from '#access';
import { BulkDialog } from '#bulk';
import { KeyHint, SwitchField } from '#design';
import { ExportItems } from '#exports';
import type { SegmentQuery } from '#operations';
import { encodeRule } from '#rules';
import { m } from '#words';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconCopy, IconDots, IconScale, IconStack2, IconTrash, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSegmentActs } from '../write/use-segment-acts.ts';
import type { SegmentForm } from './use-segment-form.ts';
import styles from './page.module.css';

interface SegmentActionsProps {
  readonly segment: NonNullable<SegmentQuery['segment']> | undefined;
  readonly form: SegmentForm;
  readonly mayWrite: boolean;
  readonly onSave: () => void;
}

export function SegmentActions({ segment, form, mayWrite, onSave }: SegmentActionsProps) {
  return (
    <>
      {segment && <SegmentMenu segment={segment} form={form} />}
      {segment?.deletedAt ? <Restore segment={segment} /> : mayWrite && (
        <Button loading={form.busy} disabled={!form.dirty} onClick={onSave} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.segments_save()}</Button>
      )}
    </>
  );
}

function Restore({ segment }: { readonly segment: NonNullable<SegmentQuery['segment']> }) {
  const { bringBack, failed } = useSegmentActs();
  return <Button onClick={() => void bringBack(segment).catch(failed)}>{m.segments_restore()}</Button>;
}

const changes = ['ASSIGN', 'TAG', 'EDIT', 'DELETE'] as const;
const changeWord = { ASSIGN: m.bulk_assign, TAG: m.bulk_tag, EDIT: m.bulk_edit, DELETE: m.bulk_delete_customers } as const;

function SegmentMenu({ segment, form }: { readonly segment: NonNullable<SegmentQuery['segment']>; readonly form: SegmentForm }) {
  const navigate = useNavigate();
  const { discard, setShared, failed } = useSegmentActs();
  const [verb, setVerb] = useState<(typeof changes)[number]>();
  const { role } = useMe();
  const mayChange = scopeOf(role, 'bulkChange', 'create') !== 'none';
  const remove = async () => {
    if (await discard(segment)) void navigate({ to: '/segments' });
  };
  const duplicate = () => void navigate({
    to: '/segments/new', search: { name: m.segments_copy_of({ name: form.name }).slice(0, 100), rule: form.rule && encodeRule(form.rule) },
  });
  return (
    <>
      {segment.viewerCanUpdate && (
        <SwitchField
          className={styles.share} label={m.segments_shared()} labelPosition="left" checked={segment.shared}
          onChange={(event) => void setShared(segment, event.currentTarget.checked).catch(failed)}
        />
      )}
      <Menu position="bottom-end" width={220}>
        <Menu.Target><ActionIcon aria-label={m.segments_more()}><IconDots size={16} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsers size={14} />} onClick={() => void navigate({ to: '/customers', search: { segment: segment.id } as never })}>{m.segments_open_customers()}</Menu.Item>
          <Menu.Item leftSection={<IconScale size={14} />} onClick={() => void navigate({ to: '/segments/compare', search: { a: segment.id } })}>{m.segments_compare()}</Menu.Item>
          <ExportItems list="customers" variables={{ segmentId: segment.id }} />
          {segment.kind === 'RULE' && <Menu.Item leftSection={<IconCopy size={14} />} disabled={!form.rule} onClick={duplicate}>{m.segments_duplicate()}</Menu.Item>}
          {mayChange && !segment.deletedAt && (
            <>
              <Menu.Divider />
              <Menu.Label>{m.bulk_change_everybody()}</Menu.Label>
              {changes.filter((one) => one !== 'DELETE' || scopeOf(role, 'customer', 'delete') !== 'none').map((one) => <Menu.Item key={one} leftSection={one === 'DELETE' ? <IconTrash size={14} /> : <IconStack2 size={14} />} {...(one === 'DELETE' ? { color: 'var(--bad)' } : {})} onClick={() => setVerb(one)}>{changeWord[one]()}</Menu.Item>)}
            </>
          )}
          {segment.viewerCanDelete && !segment.deletedAt && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash size={14} />} color="var(--bad)" onClick={() => void remove().catch(failed)}>{m.segments_delete()}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {verb && <BulkDialog subject="CUSTOMER" verb={verb} count={segment.count} targets={{ segmentId: segment.id }} onClose={() => setVerb(undefined)} onStarted={() => undefined} />}
    </>
  );
}
