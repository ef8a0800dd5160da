import { m, useLanguage } from '#words';
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { exportAddress, type ExportedList } from './export-address.ts';
import styles from './export-menu.module.css';

interface Exporting {
  readonly list: ExportedList;
  /** With what the list is asked now: the file holds the same, whole and in the same order. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Takes the list that is shown away as a file. */
export const ExportMenu = (exporting: Exporting) => (
  <Menu position="bottom-end" width={232}>
    <Menu.Target>
      <Button variant="subtle" color="gray" className={styles.menu} aria-label={m.exports_export()}>
        <IconDownload size={15} stroke={1.6} aria-hidden /><span className={styles.label}>{m.exports_export()}</span>
      </Button>
    </Menu.Target>
    <Menu.Dropdown><ExportItems {...exporting} /></Menu.Dropdown>
  </Menu>
);

/** The same for a menu that is there already. */
export function ExportItems({ list, variables }: Exporting) {
  const language = useLanguage();
  const item = (format: 'csv' | 'xlsx') => ({ component: 'a' as const, href: exportAddress(list, format, variables, language), download: true });
  return (
    <>
      <Menu.Item {...item('xlsx')} leftSection={<IconFileSpreadsheet size={14} aria-hidden />}>{m.exports_xlsx()}</Menu.Item>
      <Menu.Item {...item('csv')} leftSection={<IconFileText size={14} aria-hidden />}>{m.exports_csv()}</Menu.Item>
    </>
  );
}
