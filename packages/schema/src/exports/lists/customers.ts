import { customerSourceLabels } from '@orbita/domain/customers';
import { type FactDefinition, factDefinition, inBoth } from '@orbita/domain/facts';
import { at, column, type ExportedColumn, type ExportedList, type ExportedType, type Node } from '../exported-list.ts';

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

interface Point { readonly kind: string; readonly value: string; readonly preferred: boolean }

/** The way by which he is reached first. */
const reached = (...kinds: string[]) => (node: Node): string | null => {
  const points = ((node['contactPoints'] ?? []) as readonly Point[]).filter(({ kind }) => kinds.includes(kind));
  return (points.find(({ preferred }) => preferred) ?? points[0])?.value ?? null;
};
const contactPoints = 'contactPoints { kind value preferred }';

export const customersList: ExportedList = {
  key: 'customers',
  label: inBoth('Customers', 'Clientes'),
  variables: { rule: 'JSON', search: 'String', segmentId: 'ID', deleted: 'Boolean', orderBy: 'CustomerOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('name', inBoth('Name', 'Nombre')),
    column('kind', inBoth('Kind', 'Tipo'), 'text', factDefinition('kind')?.valueLabels),
    { key: 'email', label: inBoth('E-mail', 'Correo'), type: 'text', selection: contactPoints, value: reached('EMAIL') },
    { key: 'phone', label: inBoth('Telephone', 'Teléfono'), type: 'text', selection: contactPoints, value: reached('MOBILE', 'PHONE') },
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
