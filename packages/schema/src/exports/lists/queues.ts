import { duplicateReasonLabels } from '@orbita/domain/duplicates';
import { customerSourceLabels } from '@orbita/domain/customers';
import { factDefinition, inBoth } from '@orbita/domain/facts';
import { at, column, type ExportedColumn, type ExportedList, type Node } from '../exported-list.ts';

const verdicts = { CERTAIN: inBoth('Certain', 'Seguro'), LIKELY: inBoth('Likely', 'Probable') };
const states = { OPEN: inBoth('To decide', 'Por decidir'), DISMISSED: inBoth('Two customers', 'Dos clientes'), MERGED: inBoth('Merged', 'Fusionados') };

/** What is told as a list, one field of each. */
const several = (key: string, path: string, field: string, selection: string, more: Pick<ExportedColumn, 'label' | 'words'>): ExportedColumn => ({
  key, type: 'text', selection, value: (node) => (at(path)(node) as readonly Node[] | null | undefined)?.map((one) => one[field]), ...more,
});

/** Whose data are to be mended, as the page of data quality lists them. */
export const qualityQueueList: ExportedList = {
  key: 'qualityQueue',
  label: inBoth('Data to mend', 'Datos por corregir'),
  variables: { check: 'String', source: 'CustomerSource', ownerId: 'ID', rule: 'JSON', search: 'String' },
  columns: [
    column('customer.id', inBoth('Customer id', 'Id del cliente')),
    column('customer.name', inBoth('Customer', 'Cliente')),
    column('customer.kind', inBoth('Kind', 'Tipo'), 'text', factDefinition('kind')?.valueLabels),
    column('customer.source', inBoth('Source', 'Origen'), 'text', customerSourceLabels),
    column('customer.owner.name', inBoth('Owner', 'Responsable')),
    column('customer.quality.score', inBoth('Data quality', 'Calidad de los datos'), 'number'),
    several('missing', 'customer.quality.missing', 'label', 'customer { quality { missing { label } } }', { label: inBoth('What is missing', 'Qué falta') }),
  ],
};

/** Who may be here twice, as the queue of duplicates lists them. */
export const duplicatePairsList: ExportedList = {
  key: 'duplicatePairs',
  label: inBoth('Duplicates', 'Duplicados'),
  variables: { customerId: 'ID', state: 'DuplicateState', rule: 'JSON', search: 'String' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('customer.id', inBoth('Customer id', 'Id del cliente')),
    column('customer.name', inBoth('Customer', 'Cliente')),
    column('other.id', inBoth('Id of the other', 'Id del otro')),
    column('other.name', inBoth('The other', 'El otro')),
    column('score', inBoth('Points', 'Puntos'), 'number'),
    column('verdict', inBoth('Verdict', 'Veredicto'), 'text', verdicts),
    several('reasons', 'reasons', 'kind', 'reasons { kind }', { label: inBoth('Because', 'Porque'), words: duplicateReasonLabels }),
    column('state', inBoth('State', 'Estado'), 'text', states),
    column('foundAt', inBoth('Found', 'Encontrado'), 'instant'),
    column('decidedAt', inBoth('Decided', 'Decidido'), 'instant'),
    column('decidedByName', inBoth('Decided by', 'Decidido por')),
  ],
};
