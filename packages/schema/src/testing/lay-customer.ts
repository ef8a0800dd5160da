import { newId } from '@orbita/database/connection';
import { refreshCustomers, theClock } from '@orbita/database/lifecycle';
import type { Viewer } from '@orbita/domain/access';
import { type House, testNow } from './execute.ts';

export interface LaidCustomer {
  readonly owner?: Viewer;
  readonly teamId?: string;
  readonly partnerId?: string;
  readonly name?: string;
}

/** A customer who stands there, for tests about what is his. */
export async function layCustomer(house: House, { owner, teamId, partnerId, name = 'Bodegas Ríos' }: LaidCustomer = {}): Promise<string> {
  const { sql, database, company } = house;
  const id = newId();
  await sql(`insert into customer (id, kind, name, name_key, customer_since, owner_id, team_id, partner_id, created_at, updated_at)
    values (?, 'ORGANISATION', ?, lower(?), ?, ?, ?, ?, ?, ?)`,
    [id, name, name, testNow, owner?.userId ?? null, teamId ?? null, partnerId ?? null, testNow, testNow]);
  await refreshCustomers(database.em.fork(), [id], { now: testNow, zone: company.zone, actor: theClock });
  return id;
}
