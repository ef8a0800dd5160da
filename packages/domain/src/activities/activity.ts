import type { Instant } from '#calendar';
import type { Channel } from '#contacts';

/** What was done, is to be done, or was noted about a customer. */
export const activityKinds = ['CALL', 'MEETING', 'EMAIL', 'NOTE', 'TASK', 'MESSAGE'] as const;

/** What the interface calls each kind. */
export const activityKindLabels: Readonly<Record<ActivityKind, { readonly en: string; readonly es: string }>> = {
  CALL: { en: 'Call', es: 'Llamada' }, MEETING: { en: 'Meeting', es: 'Reunión' }, EMAIL: { en: 'E-mail', es: 'Correo' }, NOTE: { en: 'Note', es: 'Nota' },
  TASK: { en: 'Task', es: 'Tarea' }, MESSAGE: { en: 'Message', es: 'Mensaje' },
};

export type ActivityKind = (typeof activityKinds)[number];

/** Who began: the customer or the company. */
export const directions = ['INBOUND', 'OUTBOUND'] as const;

export const directionLabels: Readonly<Record<Direction, { readonly en: string; readonly es: string }>> = {
  INBOUND: { en: 'Inbound', es: 'Entrante' }, OUTBOUND: { en: 'Outbound', es: 'Saliente' },
};

export type Direction = (typeof directions)[number];

/** An activity as entered; instants in UTC milliseconds. */
export interface ActivityInput {
  readonly kind: ActivityKind;
  readonly direction?: Direction | null | undefined;
  readonly subject?: string | null | undefined;
  readonly body?: string | null | undefined;
  /** Without it, now. */
  readonly occurredAt?: Instant | null | undefined;
  readonly durationMinutes?: number | null | undefined;
  readonly dueAt?: Instant | null | undefined;
  readonly remindAt?: Instant | null | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  /** People of the company whom a note addresses. */
  readonly mentions?: readonly string[] | undefined;
}

/** An activity as stored. */
export interface PreparedActivity {
  readonly kind: ActivityKind;
  readonly direction: Direction | null;
  readonly channel: Channel | null;
  readonly subject: string;
  readonly body: string | null;
  readonly occurredAt: Instant;
  readonly durationMinutes: number | null;
  readonly dueAt: Instant | null;
  readonly remindAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly assigneeId: string | null;
  readonly contactId: string | null;
  readonly mentions: readonly string[];
}

/** Whether an activity is contact with the customer: notes and tasks are none (LIFECYCLE §1, lastContactAt). */
export function countsAsContact(kind: ActivityKind): boolean {
  switch (kind) {
    case 'CALL': case 'MEETING': case 'EMAIL': case 'MESSAGE': return true;
    case 'NOTE': case 'TASK': return false;
    default: return kind satisfies never;
  }
}

/** Through which channel an activity of a kind goes; null where people met, or nobody was reached. */
export function channelOfActivity(kind: ActivityKind): Channel | null {
  switch (kind) {
    case 'CALL': return 'PHONE';
    case 'EMAIL': return 'EMAIL';
    case 'MESSAGE': return 'MESSAGING';
    case 'MEETING': case 'NOTE': case 'TASK': return null;
    default: return kind satisfies never;
  }
}
