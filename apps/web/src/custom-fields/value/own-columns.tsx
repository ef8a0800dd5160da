import type { TableColumn } from '#design';
import type { CustomFieldDetailsFragment } from '#operations';
import { CustomValueText, type ShownValue } from './custom-value-text.tsx';

const widths: Partial<Record<CustomFieldDetailsFragment['type'], number>> = { NUMBER: 108, MONEY: 108, DATE: 108, BOOLEAN: 88 };

/** The company's own fields as columns of a list, put away until somebody wants them. */
export const ownColumns = <Row extends { readonly customValues?: readonly ShownValue[] }>(fields: readonly CustomFieldDetailsFragment[]): readonly TableColumn<Row>[] =>
  fields.map(({ name, label: header, type, sortable }) => ({
    id: `custom.${name}`, header, width: widths[type] ?? 148, sortable, wideOnly: true, ...(type === 'NUMBER' || type === 'MONEY' ? { align: 'end' as const } : {}),
    cell: ({ customValues }) => <CustomValueText value={customValues?.find((value) => value.name === name)} />,
  }));
