import { mayReadField, type Viewer } from '@orbita/domain/access';
import { type CustomEntity, isSortable } from '@orbita/domain/custom-fields';
import type { Em } from '#connection';
import { customFieldsOf } from './custom-field.queries.ts';

/** A field of the company by which a list is sorted. */
export interface SortedField {
  readonly id: string;
  readonly name: string;
  readonly kind: 'NUMBER' | 'TEXT';
  /** Of one with options, their values in order: they are sorted by it. */
  readonly steps?: readonly string[] | undefined;
}

/** The field of this name, if lists are sorted by it and the viewer may read it. */
export async function sortedFieldOf(em: Em, entity: CustomEntity, name: string, { role }: Viewer): Promise<SortedField | undefined> {
  const field = (await customFieldsOf(em, entity)).find((one) => one.name === name);
  if (!field || !isSortable(field) || !mayReadField(role, field.readers ? { readers: field.readers } : {})) return undefined;
  const { id, type, options } = field;
  const kind = ['NUMBER', 'MONEY', 'DATE', 'BOOLEAN'].includes(type) ? 'NUMBER' : 'TEXT';
  return { id, name, kind, steps: type === 'CHOICE' ? options.map(({ value }) => value) : undefined };
}
