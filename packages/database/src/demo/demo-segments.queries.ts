import type { Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, insertRows, newId, rowsOf, run } from '#connection';
import { refreshAllSegments } from '#segments';
import type { DemoBase } from './demo-base.ts';

interface DemoSegment {
  readonly name: string;
  readonly description: string;
  readonly rule: Rule;
}

const silent: Rule = { and: [{ fact: 'alarmAt', is: 'reached' }, { not: { fact: 'lapsesAt', is: 'reached' } }] };

const segmentsOf = (machines: string): readonly DemoSegment[] => [
  {
    name: 'Clave que se callan', description: 'Los que más valen y llevan más de su ritmo sin comprar: llamar esta semana.',
    rule: { and: [{ fact: 'valueTier', is: 'in', values: ['A', 'B'] }, silent] },
  },
  {
    name: 'Campeones', description: 'Compran mucho, a menudo y hace poco: a quien pedir recomendaciones.',
    rule: { and: [{ fact: 'rfmSegment', is: 'eq', value: 'CHAMPION' }] },
  },
  {
    name: 'Máquina sin mantenimiento', description: 'Compraron una máquina y no tienen contrato de mantenimiento en vigor.',
    rule: { and: [{ some: 'orders', where: { fact: 'lineId', is: 'eq', value: machines } }, { not: { fact: 'contractEndsAt', is: 'isSet' } }, { fact: 'orders12m', is: 'ge', value: 1 }] },
  },
  {
    name: 'Contratos que acaban en 60 días', description: 'Revisar sus circunstancias antes de renovar.',
    rule: { and: [{ fact: 'contractEndsAt', is: 'daysUntil', compare: 'le', days: 60 }, { not: { fact: 'noticeEndsAt', is: 'isSet' } }] },
  },
  {
    name: 'Boletín: con permiso y sin comprar en 90 días', description: 'Aceptan correo y hace tres meses que no piden.',
    rule: { and: [{ fact: 'consentEmail', is: 'eq', value: 'GRANTED' }, { fact: 'doNotContact', is: 'eq', value: false }, { fact: 'lastOrderAt', is: 'daysSince', compare: 'ge', days: 90 }] },
  },
];
const list = { name: 'Invitados a la cata de otoño', description: 'Elegidos a mano por ventas.' };
const guests = 24;

/** The segments that marketing of the example works with: by rule, and one list of guests. */
export async function demoSegments(em: Em, { staff, lineIds }: DemoBase, now: Date): Promise<void> {
  const at = now.toISOString();
  const owner_id = staff.find(({ role }) => role === 'marketing')!.id;
  const row = { owner_id, shared: true, version: 1, created_at: at, updated_at: at };
  const listId = newId();
  await insertRows(em, 'segment', segmentsOf(lineIds.get('Maquinaria')!).map(({ rule, ...told }) => ({ id: newId(), ...told, kind: 'RULE', rule, ...row })));
  await insertRows(em, 'segment', [{ id: listId, ...list, kind: 'LIST', rule: null, ...row }]);
  await run(em, sql`
    insert into segment_member (segment_id, customer_id, entered_at)
    select ${listId}::uuid, customer_id, ${at}::timestamptz from customer_facts
    where not hidden and value_tier in ('A', 'B') order by revenue12m desc, customer_id limit ${guests}`);
  await refreshAllSegments(em, now);
}

/** Takes away those that nobody has changed since. */
export async function removeDemoSegments(em: Em): Promise<void> {
  const theirs = sql`
    select s.id from segment s join app_user u on u.id = s.owner_id
    where s.version = 1 and u.email like '%@almendra.example' and s.name = any(${[...segmentsOf(''), list].map(({ name }) => name)}::text[])`;
  const rows = await rowsOf(em, sql<{ id: string }>`${theirs}`);
  const ids = rows.map(({ id }) => id);
  for (const table of ['segment_member', 'segment_count']) await run(em, sql`delete from ${sql.table(table)} where segment_id = any(${ids}::uuid[])`);
  await run(em, sql`delete from segment where id = any(${ids}::uuid[])`);
}
