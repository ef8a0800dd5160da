import { CheckItem, ColumnsMenu } from '#design';
import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

/** By which of the company's own fields a list is sorted. */
export interface OwnSort {
  readonly name: string;
  readonly descending: boolean;
}

interface LeadsViewMenuProps {
  readonly fields: readonly CustomFieldDetailsFragment[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly mostOwn: number;
  readonly sort: OwnSort | undefined;
  readonly onSort: (sort: OwnSort | undefined) => void;
}

/** Which of the company's own fields stand in each line, and whether the list is sorted by one: chosen again, the other way round. */
export const LeadsViewMenu = ({ fields, hidden, onToggle, mostOwn, sort, onSort }: LeadsViewMenuProps) => (
  <ColumnsMenu label={m.leads_in_lines()} columns={fields.map(({ name, label }) => ({ id: `custom.${name}`, header: label }))} hidden={hidden} onToggle={onToggle} mostOwn={mostOwn}>
    <Menu.Divider />
    <Menu.Label>{m.leads_sort()}</Menu.Label>
    <CheckItem on={sort === undefined} label={m.leads_sort_usual()} onToggle={() => onSort(undefined)} />
    {fields.filter(({ sortable }) => sortable).map(({ name, label }) => {
      const chosen = sort?.name === name ? sort : undefined;
      const Arrow = chosen?.descending ? IconArrowDown : IconArrowUp;
      return (
        <Menu.CheckboxItem
          key={name} checked={chosen !== undefined} checkIcon={<Arrow size={14} aria-label={chosen?.descending ? m.leads_sort_down() : m.leads_sort_up()} />}
          onChange={() => onSort({ name, descending: chosen ? !chosen.descending : false })}
        >
          {label}
        </Menu.CheckboxItem>
      );
    })}
  </ColumnsMenu>
);
