import type { CustomEntity } from '@orbita/domain/custom-fields';
import { type RawBuilder, sql } from 'kysely';

/** Where things keep the values of the company's own fields: in the row `t` of a table, a customer's. */
interface OwnValues {
  readonly entity: CustomEntity;
  readonly table: RawBuilder<unknown>;
  readonly customer: RawBuilder<unknown>;
}

const places: Readonly<Record<CustomEntity, Omit<OwnValues, 'entity'>>> = {
  CUSTOMER: { table: sql`customer`, customer: sql`t.id` },
  CONTACT: { table: sql`contact`, customer: sql`t.customer_id` },
  LEAD: { table: sql`lead`, customer: sql`t.customer_id` },
  OPPORTUNITY: { table: sql`opportunity`, customer: sql`t.customer_id` },
};

/** Every kind of thing of which the company may keep fields of its own. */
export const ownValues: readonly OwnValues[] = Object.entries(places).map(([entity, place]) => ({ entity: entity as CustomEntity, ...place }));
