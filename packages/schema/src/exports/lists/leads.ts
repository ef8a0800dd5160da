import { customerSourceLabels } from '@orbita/domain/customers';
import { inBoth } from '@orbita/domain/facts';
import { disqualificationReasonLabels, leadChannelLabels, leadStatusLabels } from '@orbita/domain/leads';
import { column, type ExportedList } from '../exported-list.ts';

export const leadsList: ExportedList = {
  key: 'leads',
  label: inBoth('Leads', 'Leads'),
  variables: { rule: 'JSON', search: 'String', statuses: '[LeadStatus!]', mine: 'Boolean', unowned: 'Boolean', customerId: 'ID', orderBy: 'LeadOrder', orderByCustom: 'LeadCustomOrder' },
  columns: [
    column('id', inBoth('Id', 'Id')),
    column('capturedAt', inBoth('Captured', 'Captado'), 'instant'),
    column('customer.id', inBoth('Customer id', 'Id del cliente')),
    column('customer.name', inBoth('Customer', 'Cliente')),
    column('contact.name', inBoth('Contact', 'Contacto')),
    column('status', inBoth('Status', 'Estado'), 'text', leadStatusLabels),
    column('channel', inBoth('Channel', 'Canal'), 'text', leadChannelLabels),
    column('source', inBoth('Source', 'Origen'), 'text', customerSourceLabels),
    column('campaign.name', inBoth('Campaign', 'Campaña')),
    column('line.name', inBoth('Business line', 'Línea de negocio')),
    column('subject', inBoth('Subject', 'Asunto')),
    column('message', inBoth('Message', 'Mensaje')),
    column('owner.name', inBoth('Owner', 'Responsable')),
    column('team.name', inBoth('Team', 'Equipo')),
    column('responseDueAt', inBoth('Answer due', 'Respuesta debida'), 'instant'),
    column('firstResponseAt', inBoth('First answer', 'Primera respuesta'), 'instant'),
    column('nurtureUntil', inBoth('Rests until', 'En reposo hasta'), 'instant'),
    column('endedAt', inBoth('Ended', 'Terminado'), 'instant'),
    column('disqualifiedReason', inBoth('Why disqualified', 'Motivo de descualificación'), 'text', disqualificationReasonLabels),
    column('reasonNote', inBoth('Note on it', 'Nota al motivo')),
  ],
};
