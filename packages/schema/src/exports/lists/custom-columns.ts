import type { CustomFieldRow } from '@orbita/database/custom-fields';
import { at, type ExportedColumn, type ExportedType, type Node } from '../exported-list.ts';

const selection = 'customValues { name text number money { amount currency } date boolean option options optionLabels customer { id name } user { id name } }';

/** A column for each of the company's own fields that the viewer may read. */
export const customColumns = (fields: readonly CustomFieldRow[]): ExportedColumn[] => fields.filter(({ archivedAt }) => archivedAt === null).map(({ name, type, label }) => {
  const [kind, path, code] = shapes[type];
  const held = (node: Node) => ((node['customValues'] ?? []) as readonly Node[]).find((one) => one['name'] === name);
  const read = (from: string) => (node: Node) => at(from)(held(node) ?? {});
  return { key: `custom.${name}`, label, type: kind, selection, value: read(path), code: code === undefined ? undefined : read(code) };
});

/** How a value of a type is written, where in the answer it lies, and where that by which programs know it. */
const shapes: Readonly<Record<CustomFieldRow['type'], readonly [ExportedType, string, string?]>> = {
  TEXT: ['text', 'text'], NUMBER: ['number', 'number'], MONEY: ['money', 'money'], DATE: ['date', 'date'], BOOLEAN: ['boolean', 'boolean'],
  CHOICE: ['text', 'optionLabels', 'option'], CHOICES: ['text', 'optionLabels', 'options'], CUSTOMER: ['text', 'customer.name', 'customer.id'], USER: ['text', 'user.name', 'user.id'],
};
