import { day } from '@orbita/domain/calendar';
import { newId } from '#connection';
import type { DemoBase } from './demo-base.ts';
import type { DemoCustomer } from './demo-customer.ts';
import type { Random } from './world/random.ts';

type Row = Record<string, unknown>;

const talks = {
  CALL: ['Llamada de seguimiento', 'Consulta sobre plazos de entrega', 'Revisión de consumo mensual', 'Llamada de bienvenida'],
  MEETING: ['Visita comercial', 'Demostración de cafetera', 'Revisión anual de condiciones', 'Formación de barista'],
  EMAIL: ['Envío de tarifa', 'Respuesta a consulta', 'Propuesta de reposición', 'Información de nuevos productos'],
  MESSAGE: ['WhatsApp: disponibilidad de producto', 'WhatsApp: cambio de dirección de entrega'],
  NOTE: ['Prefiere entregas por la mañana', 'Cierra en agosto', 'Interesado en molino nuevo', 'Decide la propietaria, no el encargado', 'Compara precios con otro proveedor'],
} as const;

const kinds = [['CALL', 36], ['EMAIL', 28], ['MEETING', 12], ['MESSAGE', 10], ['NOTE', 14]] as const;
const todo = ['Llamar para reponer café', 'Enviar oferta de mantenimiento', 'Confirmar fecha de visita', 'Revisar incidencia de entrega', 'Preguntar por la nueva terraza'] as const;

/** Calls, visits, e-mails and notes around a life, and for some a task that is open now. */
export function demoActivities(random: Random, customer: DemoCustomer, base: DemoBase, now: Date): Row[] {
  const moments = [customer.life.since + 3_600_000, ...customer.life.orders.filter(() => random.chance(0.22)).map((at) => at - random.between(0, 4) * day)];
  const silent = Array.from({ length: random.between(0, 2) }, () => customer.life.since + Math.floor(random.next() * (now.getTime() - customer.life.since)));
  const past = [...moments, ...silent].filter((at) => at >= customer.life.since && at < now.getTime());
  const rows = past.map((at) => activityOf(random, customer, base, at));
  return random.chance(0.11) ? [...rows, taskOf(random, customer, base, now)] : rows;
}

const authorOf = (random: Random, customer: DemoCustomer, base: DemoBase): string =>
  customer.ownerId && random.chance(0.8) ? customer.ownerId : random.pick(base.staff.filter(({ role }) => role === 'sales' || role === 'service')).id;

function activityOf(random: Random, customer: DemoCustomer, base: DemoBase, at: number): Row {
  const kind = random.weighted(kinds);
  const instant = new Date(at).toISOString();
  return {
    id: newId(), customer_id: customer.id, contact_id: customer.contacts[0]?.['id'] ?? null, kind,
    direction: kind === 'NOTE' ? null : random.chance(0.6) ? 'OUTBOUND' : 'INBOUND',
    channel: kind === 'CALL' ? 'PHONE' : kind === 'EMAIL' ? 'EMAIL' : kind === 'MESSAGE' ? 'MESSAGING' : null,
    subject: random.pick(talks[kind]), body: null, occurred_at: instant,
    duration_minutes: kind === 'CALL' ? random.between(2, 25) : kind === 'MEETING' ? random.between(30, 90) : null,
    due_at: null, done_at: null, opportunity_id: null, assignee_id: null, author_id: authorOf(random, customer, base), mentions: [], version: 1,
    created_at: instant, updated_at: instant,
  };
}

/** Something to be done, of the opportunity for which it is. */
export function taskOf(random: Random, customer: DemoCustomer, base: DemoBase, now: Date, about?: { readonly subject: string; readonly opportunityId: string }): Row {
  const made = new Date(now.getTime() - random.between(1, 10) * day).toISOString();
  const due = Math.floor(now.getTime() / day) * day + random.between(-4, 12) * day + 9 * 3_600_000;
  const author = authorOf(random, customer, base);
  return {
    id: newId(), customer_id: customer.id, contact_id: null, kind: 'TASK', direction: null, channel: null,
    subject: about?.subject ?? random.pick(todo), body: null, occurred_at: made, duration_minutes: null, due_at: new Date(due).toISOString(),
    done_at: null, opportunity_id: about?.opportunityId ?? null, assignee_id: author, author_id: author, mentions: [], version: 1, created_at: made, updated_at: made,
  };
}
