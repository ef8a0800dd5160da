import { useMe } from '#access';
import { EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { type CustomFieldDetailsFragment, CustomFieldsDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { type CustomEntity, customEntities } from '@orbita/domain/custom-fields';
import { IconForms, IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ArchivedFields } from './archived-fields.tsx';
import { FieldDialog } from './field-dialog.tsx';
import { FieldList } from './field-list.tsx';
import { entityWord } from './field-words.ts';
import styles from './settings.module.css';

/** The fields that the company keeps of its own, by what they are of. */
export function CustomFieldsPage() {
  const may = scopeOf(useMe().role, 'customField', 'update') !== 'none';
  const [entity, setEntity] = useState<CustomEntity>('CUSTOMER');
  const [open, setOpen] = useState<{ readonly field: CustomFieldDetailsFragment | undefined }>();
  const { data, error, refetch } = useQuery(CustomFieldsDocument, { fetchPolicy: 'cache-and-network' });
  const create = () => setOpen({ field: undefined });
  useShortcut({ keys: 'n', label: m.fields_new(), group: 'page', opens: true, run: create }, may);
  if (!may) return <><PageHeader title={m.fields_title()} /><EmptyState icon={IconLock} text={m.fields_not_allowed()} /></>;
  const fields = (data?.customFields ?? []).filter((field) => field.entity === entity);
  const inUse = fields.filter(({ archivedAt }) => archivedAt === null);
  const archived = fields.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      <PageHeader
        title={m.fields_title()}
        actions={<Button leftSection={<IconPlus size={14} />} onClick={create}>{m.fields_new()}</Button>}
        toolbar={(
          <div className={styles.entities} role="group" aria-label={m.fields_of()}>
            {customEntities.map((one) => <button key={one} type="button" aria-pressed={one === entity} onClick={() => setEntity(one)}>{entityWord(one)}</button>)}
          </div>
        )}
      />
      <div className={styles.page}>
        <p className={styles.quiet}>{entity === 'CONTACT' ? m.fields_explained_contacts() : m.fields_explained()}</p>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={4} />
          : inUse.length === 0 ? <EmptyState icon={IconForms} text={m.fields_none()} action={{ label: m.fields_new(), keys: 'n', onAct: create }} />
            : <FieldList fields={inUse} entity={entity} onEdit={(field) => setOpen({ field })} />}
        {archived.length > 0 && <ArchivedFields fields={archived} />}
      </div>
      {open && <FieldDialog field={open.field} entity={entity} onClose={() => setOpen(undefined)} />}
    </>
  );
}
