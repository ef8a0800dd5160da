import { Migration } from '@mikro-orm/migrations';

/**
 * Erased people: who stays as a shell, and a register without a value of theirs. Consents say on what they rest. Tags and
 * numbers in other systems, which events told openly until now, are moved to where erasure reaches them.
 */
export class Privacy031 extends Migration {
  override up(): void {
    this.addSql(`alter table customer add column erased_at timestamptz`);
    this.addSql(`create index customer_erased on customer (erased_at) where erased_at is not null`);
    this.addSql(`
      create table erasure (
        id uuid primary key,
        customer_id uuid not null,
        contact_id uuid,
        parts uuid[] not null,
        reason text not null check (reason in ('REQUEST', 'CONSENT_WITHDRAWN', 'NO_LONGER_NEEDED', 'OBJECTION', 'UNLAWFUL', 'LEGAL_OBLIGATION')),
        erased_at timestamptz not null,
        erased_by uuid,
        salt text not null,
        key_hashes text[] not null,
        registered_at timestamptz,
        files_cleaned_at timestamptz
      )`);
    this.addSql(`create index erasure_latest on erasure (erased_at desc, id desc)`);
    this.addSql(`create index erasure_to_do on erasure (id) where registered_at is null or files_cleaned_at is null`);
    this.addSql(`
      alter table consent
        add column wording text,
        add column document text,
        add column valid_until timestamptz`);
    this.addSql(`
      with told as (
        select customer_id, no, jsonb_object_agg(key, value) as moved
        from timeline_event e, jsonb_each(e.payload -> 'values')
        where e.type in ('customerUpdated', 'customersMerged') and jsonb_typeof(e.payload -> 'values') = 'object' and key in ('tags', 'externalIds')
        group by customer_id, no
      ), kept as (
        insert into event_personal as p (customer_id, event_no, values)
        select t.customer_id, t.no, case e.type when 'customersMerged' then jsonb_build_object('changes', t.moved) else t.moved end
        from told t join timeline_event e on e.customer_id = t.customer_id and e.no = t.no
        on conflict (customer_id, event_no) do update set values = case when jsonb_exists(excluded.values, 'changes')
          then jsonb_set(p.values, '{changes}', coalesce(p.values -> 'changes', '{}') || (excluded.values -> 'changes')) else p.values || excluded.values end
      )
      update timeline_event e set payload = jsonb_set(e.payload, '{values}', (e.payload -> 'values') - 'tags' - 'externalIds')
      from told t where e.customer_id = t.customer_id and e.no = t.no`);
  }
}
