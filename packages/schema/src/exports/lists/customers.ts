import { customerSourceLabels } from '@orbita/domain/customers';
import { type FactDefinition, factDefinition, inBoth } from '@orbita/domain/facts';
import { at, column, type ExportedColumn, type ExportedList, type ExportedType } from '../exported-list.ts';
import { reachColumns } from './reach-columns.ts';

const facts = [
  'city', 'country', 'valueTier', 'rfmSegment', 'ordersCount', 'firstOrderAt', 'lastOrderAt', 'revenue12m', 'revenueTotal', 'averageOrder', 'rhythmDays',
  'silencePct', 'lastContactAt', 'openLeads', 'openOpportunities', 'consentEmail', 'consentPhone', 'doNotContact',
] as const;

const typeOf = ({ type, unit }: FactDefinition): ExportedType => {
  if (type === 'integer') return unit === 'money' ? 'money' : 'number';
  return type === 'instant' || type === 'boolean' ? type : 'text';
};

function fact(key: (typeof facts)[number]): ExportedColumn {
  const definition = factDefinition(key)!;
  return { ...column(`facts.${key}`, definition.label, typeOf(definition), definition.valueLabels), key };
}

export const customersList: ExportedList = {
  key: 'customers',
  label: inBoth('Customers', 'Clientes'),
  variables: { rule: 'JSON', search: 'String', segmentId: 'ID', deleted: 'Boolean', orderBy: 'CustomerOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('name', inBoth('Name', 'Nombre')),
    column('kind', inBoth('Kind', 'Tipo'), 'text', factDefinition('kind')?.valueLabels),
    ...reachColumns,
    column('taxId', inBoth('Tax number', 'NIF')),
    column('owner.name', inBoth('Owner', 'Responsable')),
    column('team.name', inBoth('Team', 'Equipo')),
    column('partner.name', inBoth('Partner', 'Socio')),
    { ...column('tags', inBoth('Tags', 'Etiquetas')), value: at('tags') },
    column('source', inBoth('Source', 'Origen'), 'text', customerSourceLabels),
    column('customerSince', inBoth('Customer since', 'Cliente desde'), 'instant'),
    ...facts.map(fact),
  ],
};
