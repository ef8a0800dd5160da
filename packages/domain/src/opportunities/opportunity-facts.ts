import { type Instant, type PlainDate, startOfDay } from '#calendar';
import { type CustomerSource, customerSourceLabels } from '#customers';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { answerLabels, type Qualification } from '#leads';
import { type CustomerCatalogue, customerCatalogue } from '#rules';
import { type OpportunityState, opportunityStatusLabels } from './opportunity.ts';

const notKnown = inBoth('not known', 'no se conoce');
const none = inBoth('none', 'ninguna');
const notAsked = inBoth('came without a lead', 'llegó sin lead');
const answer = { valueLabels: answerLabels };
const amount = { unit: 'money', mark: 'revenue' } as const;

/** What gates and other rules may read of an opportunity, beside everything about its customer. */
export const opportunityFactCatalogue: readonly FactDefinition[] = [
  declareFact('opportunity.status', 'enum', ['E', '2'], inBoth('Opportunity: status', 'Oportunidad: estado'), null, { valueLabels: opportunityStatusLabels }),
  declareFact('opportunity.stage', 'enum', ['E', '2'], inBoth('Opportunity: pipeline stage', 'Oportunidad: fase del embudo'), null),
  declareFact('opportunity.title', 'text', ['E', '2'], inBoth('Opportunity: title', 'Oportunidad: título'), null),
  declareFact('opportunity.amount', 'integer', ['E', '2'], inBoth('Opportunity: amount', 'Oportunidad: importe'), notKnown, amount),
  declareFact('opportunity.expectedCloseAt', 'instant', ['C', '2'], inBoth('Opportunity: expected close', 'Oportunidad: cierre previsto'), notKnown),
  declareFact('opportunity.forecastAt', 'instant', ['C', '2'], inBoth('Opportunity: forecast date', 'Oportunidad: fecha de previsión'), inBoth('lost, or without a date', 'perdida, o sin fecha')),
  declareFact('opportunity.openedAt', 'instant', ['C', '2'], inBoth('Opportunity: opened', 'Oportunidad: abierta'), null),
  declareFact('opportunity.stageSince', 'instant', ['C', '2'], inBoth('Opportunity: in the stage since', 'Oportunidad: en la fase desde'), null),
  declareFact('opportunity.lineId', 'id', ['E', '2'], inBoth('Opportunity: business line', 'Oportunidad: línea de negocio'), null, { references: 'line' }),
  declareFact('opportunity.ownerId', 'id', ['E', '2'], inBoth('Opportunity: owner', 'Oportunidad: responsable'), inBoth('unassigned', 'sin asignar'), { references: 'user' }),
  declareFact('opportunity.source', 'enum', ['E', '2'], inBoth('Opportunity: source', 'Oportunidad: origen'), notKnown, { valueLabels: customerSourceLabels }),
  declareFact('opportunity.isReferred', 'boolean', ['E', '2'], inBoth('Opportunity: recommended', 'Oportunidad: recomendada'), null),
  declareFact('opportunity.hasContact', 'boolean', ['E', '2'], inBoth('Opportunity: has a contact', 'Oportunidad: tiene contacto'), null),
  declareFact('opportunity.hasNextActivity', 'boolean', ['E', '2'], inBoth('Opportunity: has a next activity', 'Oportunidad: tiene próxima actividad'), null),
  declareFact('opportunity.nextActivityAt', 'instant', ['C', '2'], inBoth('Opportunity: next activity', 'Oportunidad: próxima actividad'), none),
  declareFact('opportunity.lastActivityAt', 'instant', ['C', '2'], inBoth('Opportunity: last activity', 'Oportunidad: última actividad'), none),
  declareFact('opportunity.need', 'enum', ['E', '2'], inBoth('Opportunity: need', 'Oportunidad: necesidad'), notAsked, answer),
  declareFact('opportunity.budget', 'enum', ['E', '2'], inBoth('Opportunity: budget', 'Oportunidad: presupuesto'), notAsked, answer),
  declareFact('opportunity.budgetAmount', 'integer', ['E', '2'], inBoth('Opportunity: budget amount', 'Oportunidad: importe del presupuesto'), notKnown, amount),
  declareFact('opportunity.authority', 'enum', ['E', '2'], inBoth('Opportunity: authority', 'Oportunidad: capacidad de decisión'), notAsked, answer),
  declareFact('opportunity.timing', 'enum', ['E', '2'], inBoth('Opportunity: timing', 'Oportunidad: momento'), notAsked, answer),
];

/** What rules about an opportunity may read; custom fields of the customer are handed in. */
export function opportunityCatalogue(extra: readonly FactDefinition[] = []): CustomerCatalogue {
  const customer = customerCatalogue(extra);
  return { ...customer, subject: 'opportunity', facts: new Map([...opportunityFactCatalogue.map((fact) => [fact.key, fact] as const), ...customer.facts]) };
}

/** An opportunity as its facts are read from. */
export interface FactualOpportunity extends OpportunityState {
  readonly title: string;
  /** In the company's currency. */
  readonly companyAmount: number | null;
  readonly expectedCloseOn: PlainDate | null;
  readonly openedAt: Instant;
  /** When it was won or lost. */
  readonly closedAt: Instant | null;
  readonly lineId: string;
  readonly ownerId: string | null;
  readonly contactId: string | null;
  readonly source: CustomerSource | null;
  readonly referrerId: string | null;
  /** Of its earliest open task or meeting to come; null when there is none. */
  readonly nextActivityAt: Instant | null;
  readonly lastActivityAt: Instant | null;
  /** Of its lead; null when it came without one. */
  readonly qualification: Qualification | null;
}

/** The facts of an opportunity, to be put beside its customer's; the expected day begins in the company's zone. */
export function opportunityFacts(opportunity: FactualOpportunity, zone: string): Facts {
  const { qualification, status, expectedCloseOn, closedAt } = opportunity;
  const expectedCloseAt = expectedCloseOn === null ? null : startOfDay(expectedCloseOn, zone);
  return {
    'opportunity.status': opportunity.status, 'opportunity.stage': opportunity.stage, 'opportunity.stageSince': opportunity.stageSince,
    'opportunity.title': normaliseText(opportunity.title), 'opportunity.amount': opportunity.companyAmount,
    'opportunity.expectedCloseAt': expectedCloseAt,
    'opportunity.forecastAt': status === 'WON' ? closedAt : status === 'OPEN' ? expectedCloseAt : null,
    'opportunity.openedAt': opportunity.openedAt, 'opportunity.lineId': opportunity.lineId, 'opportunity.ownerId': opportunity.ownerId,
    'opportunity.source': opportunity.source, 'opportunity.isReferred': opportunity.referrerId !== null,
    'opportunity.hasContact': opportunity.contactId !== null,
    'opportunity.hasNextActivity': opportunity.nextActivityAt !== null,
    'opportunity.nextActivityAt': opportunity.nextActivityAt, 'opportunity.lastActivityAt': opportunity.lastActivityAt,
    'opportunity.need': qualification?.need.answer ?? null, 'opportunity.budget': qualification?.budget.answer ?? null,
    'opportunity.budgetAmount': qualification?.budget.amount ?? null,
    'opportunity.authority': qualification?.authority.answer ?? null, 'opportunity.timing': qualification?.timing.answer ?? null,
  };
}
