import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';

const never = inBoth('never', 'nunca');
const told = { mark: 'activity' } as const;
const count = { unit: 'count', ...told } as const;

/** Calls, meetings, e-mails and messages are contact; notes and tasks are not. */
export const activityFacts: readonly FactDefinition[] = [
  declareFact('lastContactAt', 'instant', ['C', '1'], inBoth('Last contact', 'Último contacto'), never, told),
  declareFact('lastInboundAt', 'instant', ['C', '1'], inBoth('Last inbound contact', 'Último contacto entrante'), never, told),
  declareFact('lastOutboundAt', 'instant', ['C', '1'], inBoth('Last outbound contact', 'Último contacto saliente'), never, told),
  declareFact('openTasks', 'integer', ['E', '1'], inBoth('Open tasks', 'Tareas abiertas'), null, count),
  declareFact('nextTaskDueAt', 'instant', ['C', '1'], inBoth('Next task due', 'Próxima tarea'), inBoth('none', 'ninguna'), told),
  declareFact('marketingTouches30d', 'integer', ['W', 'M'], inBoth('Marketing messages, 30 days', 'Presión comercial 30 días'), null, count),
];
