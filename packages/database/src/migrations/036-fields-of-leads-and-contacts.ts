import { Migration } from '@mikro-orm/migrations';

const grown = (table: string): string => `(
  select coalesce(jsonb_agg(kept || '{"custom": {}, "custom_compared": {}}'), '[]') from jsonb_array_elements(before -> '${table}') kept)`;

/** What an import kept, to be put back when it is undone, gets the new columns too. There may be a million: each is written once. */
export const fieldsIntoKept = `
  update import_touched set before = before || jsonb_build_object('contact', ${grown('contact')}, 'lead', ${grown('lead')})
  where kind = 'CUSTOMER' and before is not null and (before -> 'contact' <> '[]' or before -> 'lead' <> '[]')`;

/** Fields of a company's own for contacts and leads as well: their values lie in the row of their thing, as those of an opportunity. */
export class FieldsOfLeadsAndContacts036 extends Migration {
  override up(): void {
    this.addSql(`alter table custom_field drop constraint custom_field_entity_check`);
    this.addSql(`alter table custom_field add constraint custom_field_entity_check check (entity in ('CUSTOMER', 'CONTACT', 'LEAD', 'OPPORTUNITY'))`);
    for (const table of ['contact', 'lead']) {
      this.addSql(`alter table ${table} add column custom jsonb not null default '{}', add column custom_compared jsonb not null default '{}'`);
    }
    this.addSql(fieldsIntoKept);
  }
}
