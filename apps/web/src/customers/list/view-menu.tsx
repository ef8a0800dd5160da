import { m } from '#words';
import { Button, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

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
  <Menu position="bottom-end" closeOnItemClick={false} width={220}>
    <Menu.Target>
      <Button variant="subtle" color="gray" leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} />}>{m.customers_view()}</Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>{m.customers_columns()}</Menu.Label>
      {columns.filter(({ id }) => id !== 'name').map(({ id, header }) => (
        <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={() => onToggle(id)}>{header}</Menu.CheckboxItem>
      ))}
      {deleted && (
        <>
          <Menu.Divider />
          <Menu.CheckboxItem checked={deleted.on} onChange={deleted.onToggle}>{m.customers_deleted_only()}</Menu.CheckboxItem>
        </>
      )}
      {bulk && (
        <>
          <Menu.Divider />
          <Menu.Item component={Link} to="/bulk" leftSection={<IconStack2 size={14} />} closeMenuOnClick>{m.bulk_nav()}</Menu.Item>
        </>
      )}
    </Menu.Dropdown>
  </Menu>
);
