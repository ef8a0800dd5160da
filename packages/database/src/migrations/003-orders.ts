import { Migration } from '@mikro-orm/migrations';

/** What was sold, and what was said and done: products, orders, returns, activities. */
export class Orders003 extends Migration {
  override up(): void {
    this.addSql(`create table product_category (id uuid primary key, name text not null, name_key text not null unique)`);
    this.addSql(`
      create table product (
        id uuid primary key,
        code text not null unique,
        name text not null,
        name_key text not null,
        category_id uuid references product_category (id) deferrable initially deferred,
        unit text,
        currency char(3) not null,
        list_price bigint,
        cost bigint,
        active boolean not null default true,
        version integer not null default 1,
        updated_at timestamptz not null
      )`);
    this.addSql(`
      create table sales_order (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        number text not null,
        source text not null,
        line_id uuid not null references business_line (id) deferrable initially deferred,
        channel text,
        placed_at timestamptz not null,
        tracked boolean not null default false,
        delivered_at timestamptz,
        settled_at timestamptz,
        cancelled_at timestamptz,
        contract_ends_at timestamptz,
        currency char(3) not null,
        rate numeric(20, 10) not null default 1,
        amount bigint not null,
        company_amount bigint not null,
        company_returned bigint not null default 0,
        company_cost bigint,
        company_costed bigint not null default 0,
        returned_whole boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id, customer_id)
      )`);
    this.addSql(`create index sales_order_customer on sales_order (customer_id, placed_at desc, id)`);
    this.addSql(`create index sales_order_number on sales_order (number text_pattern_ops)`);
    this.addSql(`create index sales_order_source_number on sales_order (source, number)`);
    this.addSql(`create index sales_order_placed on sales_order (placed_at)`);
    this.addSql(`
      create table order_line (
        id uuid not null,
        customer_id uuid not null,
        order_id uuid not null,
        no integer not null,
        product_id uuid references product (id) deferrable initially deferred,
        description text not null,
        quantity numeric(18, 4) not null,
        unit_price numeric(18, 6) not null,
        list_price numeric(18, 6),
        discount_percent numeric(7, 4) not null default 0,
        amount bigint not null,
        company_amount bigint not null,
        company_cost bigint,
        primary key (id, customer_id),
        foreign key (order_id, customer_id) references sales_order (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index order_line_order on order_line (customer_id, order_id)`);
    this.addSql(`
      create table order_return (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        order_id uuid,
        product_id uuid references product (id) deferrable initially deferred,
        reference text not null,
        returned_at timestamptz not null,
        description text,
        quantity numeric(18, 4) not null,
        amount bigint not null,
        company_amount bigint not null,
        currency char(3) not null,
        primary key (id, customer_id),
        foreign key (order_id, customer_id) references sales_order (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index order_return_customer on order_return (customer_id, returned_at desc)`);
    this.addSql(`
      create table activity (
        id uuid not null,
        customer_id uuid not null references customer (id) deferrable initially deferred,
        contact_id uuid,
        kind text not null check (kind in ('CALL', 'MEETING', 'EMAIL', 'NOTE', 'TASK', 'MESSAGE')),
        direction text check (direction in ('INBOUND', 'OUTBOUND')),
        channel text,
        subject text not null,
        body text,
        occurred_at timestamptz not null,
        duration_minutes integer,
        due_at timestamptz,
        remind_at timestamptz,
        reminded_at timestamptz,
        done_at timestamptz,
        assignee_id uuid references app_user (id) deferrable initially deferred,
        author_id uuid,
        mentions uuid[] not null default '{}',
        deleted_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id, customer_id),
        foreign key (contact_id, customer_id) references contact (id, customer_id) deferrable initially deferred
      )`);
    this.addSql(`create index activity_customer on activity (customer_id, occurred_at desc)`);
    this.addSql(`create index activity_occurred on activity (occurred_at desc, id desc)`);
    this.addSql(`
      create index activity_open_tasks on activity (assignee_id, due_at)
      where kind = 'TASK' and done_at is null and deleted_at is null`);
    this.addSql(`create index activity_reminders on activity (remind_at) where remind_at is not null and reminded_at is null`);
    this.addSql(`
      create table notification (
        id uuid primary key,
        user_id uuid not null references app_user (id) on delete cascade deferrable initially deferred,
        customer_id uuid references customer (id) deferrable initially deferred,
        activity_id uuid,
        kind text not null check (kind in ('MENTION', 'TASK_ASSIGNED', 'REMINDER')),
        created_at timestamptz not null,
        read_at timestamptz
      )`);
    this.addSql(`create index notification_inbox on notification (user_id, created_at desc)`);
  }
}
