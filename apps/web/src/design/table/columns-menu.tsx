import { m } from '#words';
import { Button, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface ColumnsMenuProps {
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
  /** As many of the company's own as a page of the list holds: then no more are offered. */
  readonly mostOwn: number;
  /** What they are called, where the list has lines rather than columns. */
  readonly label?: string;
  /** What else the view of the list can be told, below a line of its own. */
  readonly children?: ReactNode;
}

/** Which columns stand in a list. */
export function ColumnsMenu({ columns, hidden, onToggle, mostOwn, label = m.design_columns(), children }: ColumnsMenuProps) {
  const isOwn = (id: string): boolean => id.startsWith('custom.');
  const isFull = columns.filter(({ id }) => isOwn(id) && !hidden.includes(id)).length >= mostOwn;
  const isClosed = (id: string): boolean => isFull && isOwn(id) && hidden.includes(id);
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={220}>
      <Menu.Target>
        <Button variant="subtle" color="gray" style={{ flex: 'none' }} leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} />}>{m.design_view()}</Button>
      </Menu.Target>
      <Menu.Dropdown mah="min(70vh, 560px)" style={{ overflowY: 'auto' }}>
        {columns.length > 0 && <Menu.Label>{label}</Menu.Label>}
        {columns.map(({ id, header }) => <CheckItem key={id} on={!hidden.includes(id)} label={header} disabled={isClosed(id)} onToggle={() => onToggle(id)} />)}
        {columns.some(({ id }) => isClosed(id)) && <Menu.Label>{m.design_columns_most({ count: mostOwn })}</Menu.Label>}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

interface CheckItemProps {
  readonly on: boolean;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onToggle: () => void;
}

/** One that is on or off. */
export const CheckItem = ({ on, label, disabled = false, onToggle }: CheckItemProps) => <Menu.CheckboxItem checked={on} disabled={disabled} onChange={onToggle}>{label}</Menu.CheckboxItem>;
