import type { Instant } from '#calendar';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, customerCatalogue } from '#rules';
import { type ActivityKind, activityKindLabels, type Direction, directionLabels } from './activity.ts';

const notSaid = inBoth('not recorded', 'sin registrar');
const nobody = inBoth('nobody', 'nadie');
const user = { references: 'user' } as const;

/** What rules may read of an activity, beside everything about its customer; its text is looked for by search. */
export const activityFactCatalogue: readonly FactDefinition[] = [
  declareFact('activity.kind', 'enum', ['E', '1'], inBoth('Activity: kind', 'Actividad: tipo'), null, { valueLabels: activityKindLabels }),
  declareFact('activity.direction', 'enum', ['E', '1'], inBoth('Activity: direction', 'Actividad: sentido'), notSaid, { valueLabels: directionLabels }),
  declareFact('activity.subject', 'text', ['E', '1'], inBoth('Activity: subject', 'Actividad: asunto'), notSaid),
  declareFact('activity.occurredAt', 'instant', ['C', '1'], inBoth('Activity: when', 'Actividad: cuándo'), null),
  declareFact('activity.durationMinutes', 'integer', ['E', '1'], inBoth('Activity: minutes', 'Actividad: minutos'), notSaid),
  declareFact('activity.authorId', 'id', ['E', '1'], inBoth('Activity: by', 'Actividad: autor'), nobody, user),
  declareFact('activity.mentionIds', 'set', ['E', '1'], inBoth('Activity: mentions', 'Actividad: menciones'), null, user),
  declareFact('activity.assigneeId', 'id', ['E', '1'], inBoth('Task: for', 'Tarea: asignada a'), nobody, user),
  declareFact('activity.dueAt', 'instant', ['C', '1'], inBoth('Task: due', 'Tarea: vence'), inBoth('no date', 'sin fecha')),
  declareFact('activity.doneAt', 'instant', ['C', '1'], inBoth('Task: done', 'Tarea: hecha'), inBoth('not done', 'sin hacer')),
  declareFact('activity.isAboutOpportunity', 'boolean', ['E', '1'], inBoth('Activity: about an opportunity', 'Actividad: sobre una oportunidad'), null),
];

/** What rules about an activity may read; custom fields of the customer are handed in. */
export function activityCatalogue(extra: readonly FactDefinition[] = []): Catalogue {
  const customer = customerCatalogue(extra);
  return { ...customer, subject: 'activity', facts: new Map([...activityFactCatalogue.map((fact) => [fact.key, fact] as const), ...customer.facts]) };
}

/** An activity as its facts are read from. */
export interface FactualActivity {
  readonly kind: ActivityKind;
  readonly direction: Direction | null;
  readonly subject: string;
  readonly occurredAt: Instant;
  readonly durationMinutes: number | null;
  readonly authorId: string | null;
  readonly mentions: readonly string[];
  readonly assigneeId: string | null;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly opportunityId: string | null;
}

/** The facts of an activity, to be put beside its customer's. */
export function activityFacts(activity: FactualActivity): Facts {
  return {
    'activity.kind': activity.kind, 'activity.direction': activity.direction, 'activity.subject': normaliseText(activity.subject) || null,
    'activity.occurredAt': activity.occurredAt, 'activity.durationMinutes': activity.durationMinutes, 'activity.authorId': activity.authorId,
    'activity.mentionIds': activity.mentions, 'activity.assigneeId': activity.assigneeId, 'activity.dueAt': activity.dueAt, 'activity.doneAt': activity.doneAt,
    'activity.isAboutOpportunity': activity.opportunityId !== null,
  };
}
