import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';

const never = inBoth('never', 'nunca');
const count = { unit: 'count' } as const;

/** Calls, meetings, e-mails and messages are contact; notes and tasks are not. */
export const activityFacts: readonly FactDefinition[] = [
  declareFact('lastContactAt', 'instant', ['C', '1'], inBoth('Last contact', 'Último contacto'), never),
  declareFact('lastInboundAt', 'instant', ['C', '1'], inBoth('Last inbound contact', 'Último contacto entrante'), never),
  declareFact('lastOutboundAt', 'instant', ['C', '1'], inBoth('Last outbound contact', 'Último contacto saliente'), never),
  declareFact('openTasks', 'integer', ['E', '1'], inBoth('Open tasks', 'Tareas abiertas'), null, count),
  declareFact('nextTaskDueAt', 'instant', ['C', '1'], inBoth('Next task due', 'Próxima tarea'), inBoth('none', 'ninguna')),
  declareFact('marketingTouches30d', 'integer', ['W', 'M'], inBoth('Marketing messages, 30 days', 'Presión comercial 30 días'), null, count),
];
