import { Migration } from '@mikro-orm/migrations';

/** One row a customer with what rules read: what events fix, stored; what time moves is derived from the instants. */
export class Facts005 extends Migration {
  override up(): void {
    this.addSql(`
      create table customer_facts (
        customer_id uuid primary key references customer (id) deferrable initially deferred,
        hidden boolean not null default false,
        owner_id uuid,
        team_id uuid,
        partner_id uuid,
        customer_since timestamptz not null,
        first_order_at timestamptz,
        last_order_at timestamptz,
        last_spot_order_at timestamptz,
        next_offer_at timestamptz,
        expected_next_order_at timestamptz,
        alarm_at timestamptz,
        lapses_at timestamptz,
        last_contact_at timestamptz,
        last_inbound_at timestamptz,
        last_outbound_at timestamptz,
        next_task_due_at timestamptz,
        next_review_at timestamptz,
        reviewed_at timestamptz not null,
        refreshed_at timestamptz not null,
        revenue_total bigint not null default 0,
        revenue12m bigint not null default 0,
        revenue_prev12m bigint not null default 0,
        revenue_trend_pct bigint,
        average_order bigint,
        margin_total bigint,
        margin12m bigint,
        possible_duplicates integer not null default 0,
        orders_count integer not null default 0,
        orders12m integer not null default 0,
        orders_prev12m integer not null default 0,
        products_held integer not null default 0,
        categories_held integer not null default 0,
        rhythm_days integer,
        open_tasks integer not null default 0,
        rfm_recency smallint,
        rfm_frequency smallint,
        rfm_monetary smallint,
        has_email boolean not null default false,
        has_phone boolean not null default false,
        do_not_contact boolean not null default false,
        kind text not null,
        name text not null,
        country text,
        city text,
        city_key text,
        language text,
        consent_email text,
        consent_phone text,
        consent_messaging text,
        preferred_channel text,
        source text,
        campaign_id uuid,
        last_order_channel text,
        rhythm_basis text,
        rfm_segment text,
        value_tier text,
        tags text[] not null default '{}',
        product_ids uuid[] not null default '{}',
        category_ids uuid[] not null default '{}',
        rfm_input_orders integer,
        rfm_input_amount bigint,
        rfm_input_last_on date
      ) with (fillfactor = 85)`);
    this.addSql(`create index customer_facts_name on customer_facts (name, customer_id)`);
    this.addSql(`create index customer_facts_since on customer_facts (customer_since desc nulls last, customer_id)`);
    this.addSql(`create index customer_facts_last_order on customer_facts (last_order_at desc nulls last, customer_id)`);
    this.addSql(`create index customer_facts_revenue on customer_facts (revenue12m desc nulls last, customer_id)`);
    this.addSql(`create index customer_facts_total on customer_facts (revenue_total desc nulls last, customer_id)`);
    this.addSql(`create index customer_facts_owner on customer_facts (owner_id)`);
    this.addSql(`create index customer_facts_team on customer_facts (team_id)`);
    this.addSql(`create index customer_facts_partner on customer_facts (partner_id) where partner_id is not null`);
    this.addSql(`create index customer_facts_alarm on customer_facts (alarm_at)`);
    this.addSql(`create index customer_facts_review on customer_facts (next_review_at) where next_review_at is not null`);
    this.addSql(`create index customer_facts_tags on customer_facts using gin (tags)`);
    this.addSql(`
      create table scoring_run (
        id uuid primary key,
        as_of date not null,
        ran_at timestamptz not null,
        basis text not null check (basis in ('REVENUE', 'MARGIN')),
        population integer not null,
        cuts jsonb not null
      )`);
    this.addSql(`create index scoring_run_latest on scoring_run (ran_at desc)`);
    this.addSql(`
      create table segment (
        id uuid primary key,
        name text not null,
        description text,
        kind text not null check (kind in ('RULE', 'LIST')),
        rule jsonb,
        owner_id uuid references app_user (id) deferrable initially deferred,
        shared boolean not null default false,
        deleted_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((kind = 'RULE') = (rule is not null))
      )`);
    this.addSql(`
      create table segment_member (
        segment_id uuid not null references segment (id) deferrable initially deferred,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        entered_at timestamptz not null,
        left_at timestamptz,
        primary key (segment_id, customer_id, entered_at)
      )`);
    this.addSql(`create unique index segment_member_now on segment_member (segment_id, customer_id) where left_at is null`);
    this.addSql(`create index segment_member_customer on segment_member (customer_id)`);
    this.addSql(`
      create table segment_count (
        segment_id uuid not null references segment (id) deferrable initially deferred,
        counted_at timestamptz not null,
        members integer not null,
        entered integer not null,
        departed integer not null,
        primary key (segment_id, counted_at)
      )`);
    this.addSql(`
      create table saved_view (
        id uuid primary key,
        room text not null,
        name text not null,
        search jsonb not null,
        owner_id uuid not null references app_user (id) deferrable initially deferred,
        shared boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(`create index saved_view_room on saved_view (room, owner_id)`);
    this.addSql(`
      create table import_job (
        id uuid primary key,
        room text not null,
        file_name text not null,
        mapping jsonb not null,
        status text not null check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        rows_total integer,
        rows_read integer not null default 0,
        counts jsonb not null default '{}',
        failure text,
        started_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        finished_at timestamptz
      )`);
    this.addSql(`
      create table import_problem (
        job_id uuid not null references import_job (id) on delete cascade,
        row_no integer not null,
        column_name text not null default '',
        code text not null,
        message text not null,
        line jsonb,
        primary key (job_id, row_no, column_name, code)
      )`);
  }
}
