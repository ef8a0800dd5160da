import { inBoth } from '@orbita/domain/facts';
import { lossReasonLabels, opportunityStatusLabels, winReasonLabels } from '@orbita/domain/opportunities';
import { at, column, type ExportedList } from '../exported-list.ts';

export const opportunitiesList: ExportedList = {
  key: 'opportunities',
  label: inBoth('Opportunities', 'Oportunidades'),
  variables: { rule: 'JSON', search: 'String', pipelineId: 'ID', customerId: 'ID', status: 'OpportunityStatus', orderBy: 'OpportunityOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('title', inBoth('Title', 'Título')),
    column('customerId', inBoth('Customer id', 'Id del cliente')),
    column('customerName', inBoth('Customer', 'Cliente')),
    column('stageName', inBoth('Stage', 'Etapa')),
    column('status', inBoth('Status', 'Estado'), 'text', opportunityStatusLabels),
    column('amount', inBoth('Amount', 'Importe'), 'money'),
    column('companyAmount', inBoth("In the company's currency", 'En la moneda de la empresa'), 'money'),
    column('expectedCloseOn', inBoth('Expected close', 'Cierre previsto'), 'date'),
    column('owner.name', inBoth('Owner', 'Responsable')),
    column('contact.name', inBoth('Contact', 'Contacto')),
    column('line.name', inBoth('Business line', 'Línea de negocio')),
    column('source', inBoth('Source', 'Origen')),
    column('openedAt', inBoth('Opened', 'Abierta'), 'instant'),
    column('stageSince', inBoth('In its stage since', 'En su etapa desde'), 'instant'),
    column('closedAt', inBoth('Closed', 'Cerrada'), 'instant'),
    { ...column('winReasons', inBoth('Why won', 'Motivos de ganarla'), 'text', winReasonLabels), value: at('winReasons') },
    column('lossReason', inBoth('Why lost', 'Motivo de perderla'), 'text', lossReasonLabels),
    column('competitor', inBoth('Competitor', 'Competidor')),
    column('closeNote', inBoth('Note', 'Nota')),
  ],
};
