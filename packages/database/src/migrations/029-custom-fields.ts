import { Migration } from '@mikro-orm/migrations';

/**
 * Fields that a company keeps of its own. Values lie in the row of their thing by the field's name, as kept and as rules
 * compare them; what lists of customers are sorted by lies beside, one row a value, so that a new field needs no new index.
 */
export class CustomFields029 extends Migration {
  override up(): void {
    this.addSql(`
      create table custom_field (
        id uuid primary key,
        entity text not null check (entity in ('CUSTOMER', 'OPPORTUNITY')),
        name text not null,
        type text not null check (type in ('TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'CHOICES', 'BOOLEAN', 'CUSTOMER', 'USER')),
        label jsonb not null,
        decimals smallint not null default 0,
        options jsonb not null default '[]',
        required boolean not null default false,
        required_at_stages text[] not null default '{}',
        readers text[],
        position integer not null,
        archived_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (entity, name)
      )`);
    this.addSql(`alter table customer add column custom_compared jsonb not null default '{}'`);
    this.addSql(`alter table customer_facts add column custom jsonb not null default '{}'`);
    this.addSql(`
      alter table opportunity
        add column custom jsonb not null default '{}',
        add column custom_compared jsonb not null default '{}'`);
    this.addSql(`
      create table custom_order (
        customer_id uuid not null references customer (id) deferrable initially deferred,
        field_id uuid not null references custom_field (id) deferrable initially deferred,
        number bigint,
        text text,
        primary key (customer_id, field_id)
      )`);
    this.addSql(`create index custom_order_number on custom_order (field_id, number, customer_id) where number is not null`);
    this.addSql(`create index custom_order_text on custom_order (field_id, text, customer_id) where text is not null`);
  }
}
