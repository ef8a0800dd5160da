import { m } from '#words';
import { Button, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface ColumnsMenuProps {
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
  /** What they are called, where the list has lines rather than columns. */
  readonly label?: string;
  /** What else the view of the list can be told, below a line of its own. */
  readonly children?: ReactNode;
}

/** Which columns stand in a list. */
export const ColumnsMenu = ({ columns, hidden, onToggle, label = m.design_columns(), children }: ColumnsMenuProps) => (
  <Menu position="bottom-end" closeOnItemClick={false} width={220}>
    <Menu.Target>
      <Button variant="subtle" color="gray" style={{ flex: 'none' }} leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} />}>{m.design_view()}</Button>
    </Menu.Target>
    <Menu.Dropdown mah="min(70vh, 560px)" style={{ overflowY: 'auto' }}>
      {columns.length > 0 && <Menu.Label>{label}</Menu.Label>}
      {columns.map(({ id, header }) => <CheckItem key={id} on={!hidden.includes(id)} label={header} onToggle={() => onToggle(id)} />)}
      {children}
    </Menu.Dropdown>
  </Menu>
);

interface CheckItemProps {
  readonly on: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** One that is on or off. */
export const CheckItem = ({ on, label, onToggle }: CheckItemProps) => <Menu.CheckboxItem checked={on} onChange={onToggle}>{label}</Menu.CheckboxItem>;
