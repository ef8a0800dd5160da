import type { Em } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { inBoth } from '@orbita/domain/facts';
import { column, type ExportedColumn, type ExportedList, exportedLists, everyList } from '#exports';
import type { BiOperation } from './bi-operation.ts';

const listOf = (key: string): ExportedList => everyList.find((list) => list.key === key)!;

/** Values as programs know them: codes and ids, which no translation changes. */
const plain = ({ words: _, code, ...one }: ExportedColumn): ExportedColumn => ({ ...one, value: code ?? one.value });

function operation(name: string, key: string, columns: readonly (string | ExportedColumn)[]): BiOperation {
  const list = listOf(key);
  return {
    name, list,
    columns: columns.map((one) => plain(typeof one === 'string' ? list.columns.find((each) => each.key === one)! : one)),
  };
}

const id = (path: string, en: string, es: string) => column(path, inBoth(`${en}: id`, `${es}: id`));
const stages = 'stages { model { key } stage { key } since }';
const standing = (model: string, what: 'key' | 'since'): ExportedColumn['value'] => (node) => {
  const found = (node['stages'] as readonly { model: { key: string }; stage: { key: string }; since: string }[] | undefined)?.find((one) => one.model.key === model);
  return what === 'key' ? found?.stage.key : found?.since;
};
/** In which stage of a model he stands, and since when. */
const stage = (model: string, en: string, es: string): ExportedColumn[] => [
  { key: `stage.${model}`, label: inBoth(`Stage: ${en}`, `Etapa: ${es}`), type: 'text', selection: stages, value: standing(model, 'key') },
  { key: `stage.${model}.since`, label: inBoth(`Stage: ${en}, since`, `Etapa: ${es}, desde`), type: 'instant', selection: stages, value: standing(model, 'since') },
];

/** Every operation that was ever published. Add to the end; what stands here is never changed (a test holds it). */
export const everyOperation: readonly BiOperation[] = [
  operation('customers.v1', 'customers', [
    'id', 'name', 'kind', 'email', 'phone', 'taxId', id('owner.id', 'Owner', 'Responsable'), 'ownerName', id('team.id', 'Team', 'Equipo'), 'teamName', id('partner.id', 'Partner', 'Socio'), 'partnerName',
    'tags', 'source', 'customerSince', 'city', 'country', 'valueTier', 'rfmSegment', 'ordersCount', 'firstOrderAt', 'lastOrderAt', 'revenue12m', 'revenueTotal',
    'averageOrder', 'rhythmDays', 'silencePct', 'lastContactAt', 'openLeads', 'openOpportunities', 'consentEmail', 'consentPhone', 'doNotContact',
    ...stage('operational', 'operational model', 'modelo operativo'), ...stage('digital', 'digital journey', 'recorrido digital'), ...stage('value', 'value model', 'modelo de valor'),
    ...stage('programme', 'programme', 'programa'), ...stage('commercial', 'commercial model', 'modelo comercial'), column('createdAt', inBoth('Recorded', 'Registrado'), 'instant'), column('updatedAt', inBoth('Last change', 'Último cambio'), 'instant'),
  ]),
  operation('contacts.v1', 'contacts', [
    'id', 'customerId', 'customerName', 'givenName', 'familyName', 'jobTitle', 'role', 'isPrimary', 'email', 'phone', 'ownerName', 'createdAt', 'updatedAt',
  ]),
  operation('leads.v1', 'leads', [
    'id', 'capturedAt', 'customerId', 'customerName', 'contactName', 'status', 'channel', 'source', 'campaignName', id('line.id', 'Business line', 'Línea de negocio'), 'lineName', 'subject',
    id('owner.id', 'Owner', 'Responsable'), 'ownerName', 'teamName', 'responseDueAt', 'firstResponseAt', 'nurtureUntil', 'endedAt', 'disqualifiedReason', 'reasonNote',
    column('opportunityId', inBoth('Opportunity: id', 'Oportunidad: id')),
  ]),
  operation('opportunities.v1', 'opportunities', [
    'id', 'title', 'customerId', 'customerName', column('pipelineId', inBoth('Pipeline: id', 'Embudo: id')), column('stage', inBoth('Stage: key', 'Etapa: clave')), 'stageName',
    'status', 'amount', 'companyAmount', 'expectedCloseOn', id('owner.id', 'Owner', 'Responsable'), 'ownerName', 'contactName', id('line.id', 'Business line', 'Línea de negocio'), 'lineName', 'source',
    'openedAt', 'stageSince', 'closedAt', 'winReasons', 'lossReason', 'competitor', 'closeNote',
    column('leadId', inBoth('Lead: id', 'Lead: id')), column('orderId', inBoth('Order: id', 'Pedido: id')),
  ]),
  operation('orders.v1', 'orders', [
    'id', 'number', 'placedAt', 'customerId', 'customerName', id('line.id', 'Business line', 'Línea de negocio'), 'lineName', 'channel', 'amount', 'companyAmount', 'returned',
    'deliveredAt', 'settledAt', 'cancelledAt', 'contractEndsAt', 'system',
  ]),
  operation('products.v1', 'products', ['id', 'code', 'name', 'categoryName', 'unit', 'listPrice', 'cost', 'active']),
  operation('activities.v1', 'activities', [
    'id', 'kind', 'subject', 'customerId', 'customerName', 'direction', 'occurredAt', 'durationMinutes', 'authorName', 'assigneeName', 'dueAt', 'doneAt',
  ]),
];

/** What this reader may ask, with the company's own fields after the published columns: those come and go by their names alone. */
export async function biOperations(em: Em, viewer: Viewer): Promise<BiOperation[]> {
  const lists = new Map((await exportedLists(em, viewer)).map((list) => [list.key, list]));
  return everyOperation.flatMap((one) => {
    const list = lists.get(one.list.key);
    return list ? [{ ...one, list, columns: [...one.columns, ...list.columns.filter(({ key }) => key.startsWith('custom.')).map(plain)] }] : [];
  });
}
