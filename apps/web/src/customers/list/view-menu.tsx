import { CheckItem, ColumnsMenu } from '#design';
import { m } from '#words';
import { Menu } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

/** What a page of rows may cost holds so many of the company's own fields. */
export const mostOwnColumns = 12;

interface ViewMenuProps {
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
  /** Offered to those who may change many at once. */
  readonly bulk?: boolean | undefined;
  /** Offered to those who may restore. */
  readonly deleted?: { readonly on: boolean; readonly onToggle: () => void } | undefined;
}

/** Which columns stand in the list; the name always does. */
export const ViewMenu = ({ columns, hidden, onToggle, deleted, bulk }: ViewMenuProps) => (
  <ColumnsMenu columns={columns.filter(({ id }) => id !== 'name')} hidden={hidden} onToggle={onToggle} mostOwn={mostOwnColumns}>
    {deleted && (
      <>
        <Menu.Divider />
        <CheckItem on={deleted.on} label={m.customers_deleted_only()} onToggle={deleted.onToggle} />
      </>
    )}
    {bulk && (
      <>
        <Menu.Divider />
        <Menu.Item component={Link} to="/bulk" leftSection={<IconStack2 size={14} />} closeMenuOnClick>{m.bulk_nav()}</Menu.Item>
      </>
    )}
  </ColumnsMenu>
);
