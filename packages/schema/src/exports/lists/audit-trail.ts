import { inBoth } from '@orbita/domain/facts';
import { column, type ExportedColumn, type ExportedList } from '../exported-list.ts';

/** What is told in fields of its own, as JSON: a spreadsheet has no column for each. */
const asJson = (key: 'payload' | 'personal', label: ExportedColumn['label']): ExportedColumn => ({
  key, label, type: 'text', selection: key, value: (node) => (node[key] === null || node[key] === undefined ? null : JSON.stringify(node[key])),
});

export const auditTrailList: ExportedList = {
  key: 'auditTrail',
  label: inBoth('Audit', 'Auditoría'),
  variables: { rule: 'JSON', search: 'String', actorId: 'ID', types: '[String!]', from: 'DateTime', until: 'DateTime' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('recordedAt', inBoth('Written down', 'Registrado'), 'instant'),
    column('occurredAt', inBoth('When', 'Cuándo'), 'instant'),
    column('type', inBoth('What', 'Qué')),
    column('actor.name', inBoth('Who', 'Quién')),
    column('actor.kind', inBoth('Kind of author', 'Tipo de autor')),
    column('channel', inBoth('Through', 'Por dónde')),
    column('origin', inBoth('Origin', 'Origen')),
    column('customerId', inBoth('Customer id', 'Id del cliente')),
    column('customerName', inBoth('Customer', 'Cliente')),
    asJson('payload', inBoth('Details', 'Detalle')),
    asJson('personal', inBoth('Personal values', 'Valores personales')),
  ],
};
