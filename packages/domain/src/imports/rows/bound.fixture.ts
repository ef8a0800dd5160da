import { isRefused } from '#refusal';
import { bindFields, type BoundFields, cellText } from '../cells/index.ts';
import { customerFields, type DatedMapping, datedRooms, parseMapping, stageFields } from '../mapping/index.ts';

/** A mapping of leads or opportunities tied to a heading, as an import ties it. */
export function boundDated(value: object, header: readonly string[]): Readonly<Record<'fields' | 'customer' | 'stages', BoundFields>> {
  const mapping = parseMapping({ system: 'crm', files: { rows: {} }, ...value });
  if (isRefused(mapping)) throw new Error(`${mapping.field} ${mapping.code}`);
  const { room, fields, customer, stages, files: { rows: format } } = mapping as DatedMapping;
  const file = { header, format, zone: 'Europe/Madrid', cell: cellText([]) };
  const { section, fields: known } = datedRooms[room];
  return {
    fields: done(bindFields(fields, known, file, section)), customer: done(bindFields(customer, customerFields, file, 'customer')),
    stages: done(bindFields(stages, stageFields(Object.keys(stages)), file, 'stages')),
  };
}

function done<Bound>(bound: Bound): Exclude<Bound, { readonly code: unknown }> {
  if (isRefused(bound)) throw new Error('The mapping does not fit.');
  return bound as Exclude<Bound, { readonly code: unknown }>;
}
