import { type Instant, startOfDay } from '#calendar';
import { customerSourceLabels } from '#customers';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, customerCatalogue } from '#rules';
import { type LeadChannel, leadChannelLabels, type LeadState, leadStatusLabels } from './lead.ts';
import { answerLabels } from './progress/qualification.ts';

const notKnown = inBoth('not known', 'no se conoce');
const none = inBoth('none', 'ninguno');
const answer = { valueLabels: answerLabels };

/** What rules may read of a lead, beside everything about its customer. */
export const leadFactCatalogue: readonly FactDefinition[] = [
  declareFact('lead.status', 'enum', ['E', '2'], inBoth('Lead: status', 'Lead: estado'), null, { valueLabels: leadStatusLabels }),
  declareFact('lead.channel', 'enum', ['E', '2'], inBoth('Lead: channel', 'Lead: canal'), null, { valueLabels: leadChannelLabels }),
  declareFact('lead.source', 'enum', ['E', '2'], inBoth('Lead: source', 'Lead: origen'), null, { valueLabels: customerSourceLabels }),
  declareFact('lead.campaignId', 'id', ['E', '2'], inBoth('Lead: campaign', 'Lead: campaña'), none, { references: 'campaign' }),
  declareFact('lead.lineId', 'id', ['E', '2'], inBoth('Lead: business line', 'Lead: línea de negocio'), null, { references: 'line' }),
  declareFact('lead.message', 'text', ['E', '2'], inBoth('Lead: message', 'Lead: mensaje'), none, { mark: 'personal' }),
  declareFact('lead.ownerId', 'id', ['E', '2'], inBoth('Lead: owner', 'Lead: responsable'), inBoth('unassigned', 'sin asignar'), { references: 'user' }),
  declareFact('lead.isReferred', 'boolean', ['E', '2'], inBoth('Lead: recommended', 'Lead: recomendado'), null),
  declareFact('lead.capturedAt', 'instant', ['C', '2'], inBoth('Lead: captured', 'Lead: captado'), null),
  declareFact('lead.responseDueAt', 'instant', ['C', '2'], inBoth('Lead: first response due', 'Lead: límite de primera respuesta'), inBoth('nobody waits', 'nadie espera')),
  declareFact('lead.firstResponseAt', 'instant', ['C', '2'], inBoth('Lead: first response', 'Lead: primera respuesta'), inBoth('not answered', 'sin responder')),
  declareFact('lead.nurtureUntil', 'instant', ['C', '2'], inBoth('Lead: rests until', 'Lead: en maduración hasta'), inBoth('does not rest', 'no está en maduración')),
  declareFact('lead.need', 'enum', ['E', '2'], inBoth('Lead: need', 'Lead: necesidad'), null, answer),
  declareFact('lead.budget', 'enum', ['E', '2'], inBoth('Lead: budget', 'Lead: presupuesto'), null, answer),
  declareFact('lead.budgetAmount', 'integer', ['E', '2'], inBoth('Lead: budget amount', 'Lead: importe del presupuesto'), notKnown, { unit: 'money', mark: 'revenue' }),
  declareFact('lead.authority', 'enum', ['E', '2'], inBoth('Lead: authority', 'Lead: capacidad de decisión'), null, answer),
  declareFact('lead.timing', 'enum', ['E', '2'], inBoth('Lead: timing', 'Lead: momento'), null, answer),
  declareFact('lead.buysBy', 'instant', ['C', '2'], inBoth('Lead: buys by', 'Lead: compra antes de'), notKnown),
];

/** What rules about a lead may read; custom fields of the lead and its customer are handed in. */
export function leadCatalogue(extra: readonly FactDefinition[] = []): Catalogue {
  const customer = customerCatalogue(extra);
  return { ...customer, subject: 'lead', facts: new Map([...leadFactCatalogue.map((fact) => [fact.key, fact] as const), ...customer.facts]) };
}

/** A lead as its facts are read from. */
export interface FactualLead extends LeadState {
  readonly channel: LeadChannel;
  readonly source: string;
  readonly campaignId: string | null;
  readonly lineId: string;
  readonly message: string | null;
  readonly ownerId: string | null;
  readonly referrerId: string | null;
  readonly capturedAt: Instant;
}

/** The facts of a lead, to be put beside its customer's and the company's own of it (`ownFacts`); the date by which he buys begins in the company's zone. */
export function leadFacts(lead: FactualLead, zone: string): Facts {
  const { need, budget, authority, timing } = lead.qualification;
  return {
    'lead.status': lead.status, 'lead.channel': lead.channel, 'lead.source': lead.source,
    'lead.campaignId': lead.campaignId, 'lead.lineId': lead.lineId, 'lead.ownerId': lead.ownerId,
    'lead.message': lead.message === null ? null : normaliseText(lead.message) || null,
    'lead.isReferred': lead.referrerId !== null,
    'lead.capturedAt': lead.capturedAt, 'lead.responseDueAt': lead.responseDueAt, 'lead.firstResponseAt': lead.firstResponseAt,
    'lead.nurtureUntil': lead.nurtureUntil,
    'lead.need': need.answer, 'lead.budget': budget.answer, 'lead.budgetAmount': budget.amount,
    'lead.authority': authority.answer, 'lead.timing': timing.answer, 'lead.buysBy': timing.by === null ? null : startOfDay(timing.by, zone),
  };
}
