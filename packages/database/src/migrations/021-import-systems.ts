import { Migration } from '@mikro-orm/migrations';

/**
 * Order numbers and references of returns belong to the system that gave them, and problems of imports are kept as codes
 * with parameters, to be read in any language. What earlier imports loaded is given the system of their mapping.
 */
export class ImportSystems021 extends Migration {
  override up(): void {
    this.addSql(`alter table sales_order add column system text`);
    this.addSql(`alter table order_return add column system text`);
    this.addSql(`update import_job set mapping = (mapping - 'source') || jsonb_build_object('system', mapping ->> 'source') where jsonb_exists(mapping, 'source')`);
    this.addSql(`
      update sales_order o set system = j.mapping ->> 'system'
      from timeline_event e join import_job j on j.id::text = e.payload ->> 'importId'
      where e.customer_id = o.customer_id and e.type = 'orderPlaced' and e.payload ->> 'orderId' = o.id::text and o.source = 'IMPORT'`);
    this.addSql(`
      update order_return r set system = j.mapping ->> 'system'
      from timeline_event e join import_job j on j.id::text = e.payload ->> 'importId'
      where e.customer_id = r.customer_id and e.type = 'goodsReturned' and jsonb_exists(e.payload -> 'returnIds', r.id::text)`);
    this.addSql(`alter table import_problem add column details jsonb not null default '{}'`);
    this.addSql(`alter table import_problem drop column message`);
  }
}
