import type { CustomFieldRow } from '@orbita/database/custom-fields';
import { at, type ExportedColumn, type ExportedType, type Node } from '../exported-list.ts';

const selection = 'customValues { name text number money { amount currency } date boolean optionLabels customer { name } user { name } }';

/** A column for each of the company's own fields that the viewer may read. */
export const customColumns = (fields: readonly CustomFieldRow[]): ExportedColumn[] => fields.filter(({ archivedAt }) => archivedAt === null).map(({ name, type, label }) => {
  const [kind, path] = shapes[type];
  const held = (node: Node) => ((node['customValues'] ?? []) as readonly Node[]).find((one) => one['name'] === name);
  return { key: `custom.${name}`, label, type: kind, selection, value: (node) => at(path)(held(node) ?? {}) };
});

/** How a value of a type is written, and where in the answer it lies. */
const shapes: Readonly<Record<CustomFieldRow['type'], readonly [ExportedType, string]>> = {
  TEXT: ['text', 'text'], NUMBER: ['number', 'number'], MONEY: ['money', 'money'], DATE: ['date', 'date'], BOOLEAN: ['boolean', 'boolean'],
  CHOICE: ['text', 'optionLabels'], CHOICES: ['text', 'optionLabels'], CUSTOMER: ['text', 'customer.name'], USER: ['text', 'user.name'],
};
