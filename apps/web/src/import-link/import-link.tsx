import { useMe } from '#access';
import type { ImportRoom } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { mayImport } from './may-import.ts';
import styles from './import-link.module.css';

/** Beside a list: to the wizard, which knows what its rows will be. Nothing for whom that is not. */
export function ImportLink({ room }: { readonly room: ImportRoom }) {
  const { role } = useMe();
  if (!mayImport(role, room)) return null;
  return (
    <Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/imports/new" search={{ room }} {...props} />} aria-label={m.imports_import()} className={styles.link}>
      <IconUpload size={15} stroke={1.6} aria-hidden /><span className={styles.label}>{m.imports_import()}</span>
    </Button>
  );
}
