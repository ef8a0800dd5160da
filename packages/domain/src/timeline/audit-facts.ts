import type { Instant } from '#calendar';
import { declareFact, type FactDefinition, type Facts, inBoth } from '#facts';
import { type Catalogue, ownCatalogue } from '#rules';
import { eventGroupLabels, groupOfEvent } from './event-groups.ts';

const actorLabels = {
  USER: inBoth('Somebody of the company', 'Alguien de la empresa'), PARTNER: inBoth('Somebody of a partner', 'Alguien de un partner'),
  IMPORT: inBoth('An import', 'Una importación'), SYSTEM: inBoth('Orbita', 'Orbita'),
} as const;
const channelLabels = {
  WEB: inBoth('Web', 'Web'), API: inBoth('API', 'API'), COMMAND_LINE: inBoth('Command line', 'Línea de órdenes'), JOB: inBoth('By itself', 'Automático'),
} as const;
const originLabels = { live: inBoth('Here', 'Aquí'), import: inBoth('Brought from elsewhere', 'Traído de fuera') } as const;

/** What rules may read of what was written down; of what an event tells nothing, since not everybody may read all of it. */
export const auditFactCatalogue: readonly FactDefinition[] = [
  declareFact('audit.group', 'enum', ['E', '1'], inBoth('Audit: about', 'Auditoría: sobre'), inBoth('something else', 'otra cosa'), { valueLabels: eventGroupLabels }),
  declareFact('audit.type', 'enum', ['E', '1'], inBoth('Audit: event (its name in the API)', 'Auditoría: evento (su nombre en la API)'), null),
  declareFact('audit.actorId', 'id', ['E', '1'], inBoth('Audit: who', 'Auditoría: quién'), inBoth('nobody', 'nadie'), { references: 'user' }),
  declareFact('audit.actorKind', 'enum', ['E', '1'], inBoth('Audit: kind of author', 'Auditoría: tipo de autor'), null, { valueLabels: actorLabels }),
  declareFact('audit.channel', 'enum', ['E', '1'], inBoth('Audit: through', 'Auditoría: canal'), null, { valueLabels: channelLabels }),
  declareFact('audit.origin', 'enum', ['E', '1'], inBoth('Audit: origin', 'Auditoría: procedencia'), null, { valueLabels: originLabels }),
  declareFact('audit.customerId', 'id', ['E', '1'], inBoth('Audit: customer', 'Auditoría: cliente'), inBoth('about no customer', 'sin cliente'), { references: 'customer' }),
  declareFact('audit.recordedAt', 'instant', ['C', '1'], inBoth('Audit: written down', 'Auditoría: registrado'), null),
  declareFact('audit.occurredAt', 'instant', ['C', '1'], inBoth('Audit: happened', 'Auditoría: ocurrido'), null),
];

/** What rules about the audit trail may read. */
export const auditCatalogue = (): Catalogue => ownCatalogue('audit', auditFactCatalogue);

/** An event as its facts are read from. */
export interface FactualEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly actorKind: keyof typeof actorLabels;
  readonly channel: keyof typeof channelLabels;
  readonly origin: keyof typeof originLabels;
  /** None where it is about the company. */
  readonly customerId: string | null;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
}

/** The facts of an event. */
export function auditFacts(event: FactualEvent): Facts {
  return {
    'audit.group': groupOfEvent(event.type), 'audit.type': event.type, 'audit.actorId': event.actorId, 'audit.actorKind': event.actorKind, 'audit.channel': event.channel,
    'audit.origin': event.origin, 'audit.customerId': event.customerId, 'audit.recordedAt': event.recordedAt, 'audit.occurredAt': event.occurredAt,
  };
}
