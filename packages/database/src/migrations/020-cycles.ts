import { Migration } from '@mikro-orm/migrations';

/** How a customer comes, goes and comes again: leads, opportunities, cycles. */
export class Cycles020 extends Migration {
  override up(): void {
    this.addSql(`create table campaign (id uuid primary key, name text not null, name_key text not null unique, created_at timestamptz not null)`);
    this.addSql(`
      alter table customer
        add column referred_by uuid references customer (id) deferrable initially deferred,
        add column left_at timestamptz,
        add column left_reason text,
        add column acquisition_cost bigint,
        add check (referred_by <> id)`);
    this.addSql(`create index customer_referred_by on customer (referred_by) where referred_by is not null`);
    this.addSql(`alter table sales_order add column opportunity_id uuid, add column renews_order_id uuid, add column notice_ends_at timestamptz`);
    this.addSql(`
      alter table company
        add column first_response_minutes integer not null default 60 check (first_response_minutes > 0),
        add column window_lag_days integer not null default 3 check (window_lag_days between 0 and 30)`);
    this.addSql(`
      alter table app_user add column skills text[] not null default '{}', add column territories text[] not null default '{}'`);
    this.addSql(`
      create table cycle (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        line_id uuid not null references business_line (id) deferrable initially deferred,
        origin text not null check (origin in ('NEW', 'RECURRENT', 'REFERRED', 'RENEWAL', 'WIN_BACK')),
        phase text not null,
        entry_phase text not null,
        furthest_phase text not null,
        opened_at timestamptz not null,
        phase_since timestamptz not null,
        opportunity_id uuid,
        order_id uuid,
        referrals integer not null default 0,
        window_ends_at timestamptz,
        nurture_until timestamptz,
        leaving boolean not null default false,
        marks text[] not null default '{}',
        outcome text check (outcome in ('RECURRENT', 'REFERRED', 'RECURRENT_AND_REFERRED', 'LOST', 'DISQUALIFIED')),
        lost_in_phase text,
        leak_phase text,
        closed_at timestamptz,
        close_reason text,
        previous_cycle_id uuid,
        source text,
        owner_id uuid,
        primary key (id, customer_id),
        check ((phase = 'CLOSED') = (outcome is not null)),
        check ((phase = 'CLOSED') = (closed_at is not null))
      )`);
    this.addSql(`create index cycle_customer on cycle (customer_id, opened_at)`);
    this.addSql(`create index cycle_opened on cycle (opened_at)`);
    this.addSql(`create index cycle_owner on cycle (owner_id, opened_at)`);
    this.addSql(`create index cycle_window on cycle (window_ends_at) where phase = 'AFTER_SALES'`);
    this.addSql(`
      create table cycle_visit (
        customer_id uuid not null,
        cycle_id uuid not null,
        no integer not null,
        phase text not null,
        entered_at timestamptz not null,
        left_at timestamptz,
        primary key (cycle_id, customer_id, no),
        foreign key (cycle_id, customer_id) references cycle (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index cycle_visit_customer on cycle_visit (customer_id)`);
    this.addSql(`
      create table pipeline (
        id uuid primary key,
        name jsonb not null,
        line_id uuid references business_line (id) deferrable initially deferred,
        stages jsonb not null,
        position integer not null default 0,
        deleted_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(`
      create table lead (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        contact_id uuid,
        line_id uuid not null references business_line (id) deferrable initially deferred,
        cycle_id uuid,
        status text not null check (status in ('NEW', 'WORKED', 'RECYCLED', 'QUALIFIED', 'DISQUALIFIED')),
        source text not null,
        channel text not null,
        campaign_id uuid references campaign (id) deferrable initially deferred,
        door_id uuid,
        reference text,
        subject text,
        message text,
        qualification jsonb not null default '{}',
        disqualified_reason text,
        reason_note text,
        nurture_until timestamptz,
        referrer_id uuid references customer (id) deferrable initially deferred,
        owner_id uuid references app_user (id) deferrable initially deferred,
        team_id uuid references team (id) deferrable initially deferred,
        routed_by jsonb,
        captured_at timestamptz not null,
        response_due_at timestamptz,
        first_response_at timestamptz,
        ended_at timestamptz,
        opportunity_id uuid,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id, customer_id),
        foreign key (contact_id, customer_id) references contact (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index lead_customer on lead (customer_id, captured_at desc)`);
    this.addSql(`create index lead_captured on lead (captured_at desc, id desc)`);
    this.addSql(`create index lead_open on lead (owner_id, captured_at desc) where ended_at is null`);
    this.addSql(`create index lead_reference on lead (source, reference) where reference is not null`);
    this.addSql(`
      create table opportunity (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        contact_id uuid,
        pipeline_id uuid not null references pipeline (id) deferrable initially deferred,
        stage text not null,
        stage_since timestamptz not null,
        rank text not null collate "C",
        status text not null default 'OPEN' check (status in ('OPEN', 'WON', 'LOST')),
        title text not null,
        title_key text not null,
        line_id uuid not null references business_line (id) deferrable initially deferred,
        cycle_id uuid,
        lead_id uuid,
        reopens_id uuid,
        renews_order_id uuid,
        referrer_id uuid references customer (id) deferrable initially deferred,
        owner_id uuid references app_user (id) deferrable initially deferred,
        currency char(3) not null,
        rate numeric(20, 10) not null default 1,
        amount bigint check (amount >= 0),
        company_amount bigint check (company_amount >= 0),
        expected_close_on date,
        qualification jsonb,
        source text,
        reference text,
        win_reasons text[] not null default '{}',
        close_reason text,
        close_note text,
        competitor text,
        order_id uuid,
        opened_at timestamptz not null,
        closed_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id, customer_id),
        check ((status = 'OPEN') = (closed_at is null)),
        foreign key (contact_id, customer_id) references contact (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index opportunity_customer on opportunity (customer_id, opened_at desc)`);
    this.addSql(`create index opportunity_board on opportunity (pipeline_id, stage, rank, id) where status = 'OPEN'`);
    this.addSql(`create index opportunity_closed on opportunity (pipeline_id, closed_at) where status <> 'OPEN'`);
    this.addSql(`create index opportunity_opened on opportunity (opened_at desc, id desc)`);
    this.addSql(`create index opportunity_owner on opportunity (owner_id) where status = 'OPEN'`);
    this.addSql(`create index opportunity_title on opportunity using gin (title_key gin_trgm_ops)`);
    this.addSql(`create index opportunity_reference on opportunity (source, reference) where reference is not null`);
    this.addSql(`
      create table opportunity_visit (
        customer_id uuid not null,
        opportunity_id uuid not null,
        no integer not null,
        stage text not null,
        entered_at timestamptz not null,
        left_at timestamptz,
        override_reason text,
        primary key (opportunity_id, customer_id, no),
        foreign key (opportunity_id, customer_id) references opportunity (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`
      create table routing_rule (
        id uuid primary key,
        name text not null,
        position integer not null,
        rule jsonb not null,
        assignment jsonb not null,
        active boolean not null default true,
        version integer not null default 1,
        updated_at timestamptz not null
      )`);
    this.addSql(`
      create table capture_door (
        id uuid primary key,
        kind text not null check (kind in ('FORM', 'EMAIL', 'SOCIAL')),
        name text not null,
        token text not null unique,
        line_id uuid references business_line (id) deferrable initially deferred,
        campaign_id uuid references campaign (id) deferrable initially deferred,
        settings jsonb not null default '{}',
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(`alter table activity add column lead_id uuid, add column opportunity_id uuid`);
    this.addSql(`create index activity_opportunity on activity (opportunity_id) where opportunity_id is not null and deleted_at is null`);
    this.addSql(`alter table notification add column lead_id uuid, drop constraint notification_kind_check`);
    this.addSql(`
      alter table notification add constraint notification_kind_check
        check (kind in ('MENTION', 'TASK_ASSIGNED', 'REMINDER', 'LEAD_ASSIGNED', 'LEAD_UNANSWERED', 'NURTURE_ENDED'))`);
    this.addSql(`
      create table lifecycle_model (
        id uuid primary key,
        key text not null unique,
        name jsonb not null,
        stages jsonb not null,
        evaluation_order text[] not null,
        position integer not null default 0,
        shipped boolean not null default false,
        active boolean not null default true,
        version integer not null default 1,
        updated_at timestamptz not null
      )`);
    this.addSql(`
      create table stage_visit (
        customer_id uuid not null references customer (id) deferrable initially deferred,
        model text not null,
        no integer not null,
        stage text not null,
        entered_at timestamptz not null,
        left_at timestamptz,
        because jsonb not null,
        primary key (customer_id, model, no)
      )`);
    this.addSql(`create index stage_visit_entered on stage_visit (model, stage, entered_at)`);
    this.addSql(`create index stage_visit_now on stage_visit (model, stage) where left_at is null`);
    this.addSql(`
      alter table customer_facts
        add column stages jsonb not null default '{}',
        add column stale_at timestamptz,
        add column open_leads integer not null default 0,
        add column last_lead_at timestamptz,
        add column response_due_at timestamptz,
        add column nurture_until timestamptz,
        add column cycles_started integer not null default 0,
        add column cycles_closed integer not null default 0,
        add column open_in_traction integer not null default 0,
        add column open_in_qualification integer not null default 0,
        add column open_in_opportunity integer not null default 0,
        add column open_in_quotation integer not null default 0,
        add column open_in_delivery integer not null default 0,
        add column open_in_billing integer not null default 0,
        add column open_in_after_sales integer not null default 0,
        add column phase_since timestamptz,
        add column window_ends_at timestamptz,
        add column last_cycle_outcome text,
        add column last_lost_in_phase text,
        add column last_cycle_closed_at timestamptz,
        add column open_opportunities integer not null default 0,
        add column open_amount bigint not null default 0,
        add column last_won_at timestamptz,
        add column last_lost_at timestamptz,
        add column last_loss_reason text,
        add column contract_ends_at timestamptz,
        add column notice_ends_at timestamptz,
        add column left_at timestamptz,
        add column left_reason text,
        add column referred_by uuid,
        add column referrals_made integer not null default 0,
        add column referrals_won integer not null default 0,
        add column acquisition_cost bigint`);
    this.addSql(`create index customer_facts_unjudged on customer_facts (customer_id) where stages = '{}' and not hidden`);
  }
}
