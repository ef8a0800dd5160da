import { scopeOf, type Viewer } from '@orbita/domain/access';
import { activityCatalogue, type ActivityKind } from '@orbita/domain/activities';
import { factsReadBy, relationsReadBy, type Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { ofCustomerNamed, ofShownCustomer } from '#access';
import { type Em, keyset, type KeysetPage, pageColumn, pickApart, rowsOf } from '#connection';
import { partsOf, placeAmongNames } from '#facts';
import { whereRule } from '#rules';
import { activityColumns, type ActivityRow, activitySource, activityVisible } from '../activity.queries.ts';
import { activityFactColumns } from './activity-facts.queries.ts';
import { activitySearch } from './activity-words.queries.ts';
import { isTaskOf, type TasksOf } from './task-state.queries.ts';

export interface ActivityFilter {
  /** Over the facts of the activity and of its customer. */
  readonly rule?: Rule | undefined;
  /** In the subject, in what was written, and in what its customer is found by. */
  readonly search?: string | undefined;
  readonly customerId?: string | undefined;
  readonly kinds?: readonly ActivityKind[] | undefined;
  readonly opportunityId?: string | undefined;
  /** Only what happened from this instant on. */
  readonly since?: string | undefined;
  readonly tasks?: TasksOf | undefined;
}

/** What some have: those without it come last. */
const sometimes = { dueAt: sql`a.due_at`, doneAt: sql`a.done_at` } as const;

/** By what a list of activities is sorted: each has an index. */
export const activityOrders = ['occurredAt', 'customer', 'dueAt', 'doneAt'] as const;

export interface ActivityOrder {
  readonly by: (typeof activityOrders)[number];
  readonly descending: boolean;
}

export interface ActivityPage extends KeysetPage {
  /** Unless said the latest first; tasks by when they are due, the done ones the latest first. */
  readonly inOrder?: ActivityOrder | undefined;
}

type Listed = ActivityRow & { readonly sortValue: string | null };

const usual = ({ tasks }: ActivityFilter): ActivityOrder =>
  tasks === undefined ? latest : tasks.state === 'DONE' ? { by: 'doneAt', descending: true } : { by: 'dueAt', descending: false };

const latest = { by: 'occurredAt', descending: true } as const;

/** A page of activities in the order asked for, those without a value last, one row more than asked. */
export function listActivities(em: Em, filter: ActivityFilter, page: ActivityPage, viewer: Viewer, now: Date): Promise<Listed[]> {
  return rowsOf(em, activitiesPage(filter, page, viewer, now));
}

export function activitiesPage(filter: ActivityFilter, page: ActivityPage, viewer: Viewer, now: Date): RawBuilder<Listed> {
  const { by, descending } = page.inOrder ?? usual(filter);
  const where = conditionOf(filter, viewer, now);
  if (by === 'dueAt' || by === 'doneAt') {
    const value = sometimes[by];
    const rows = { id: sql`a.id`, from: sourceFor(filter, viewer, now) };
    const picked = pickApart(page, {
      value, type: 'timestamptz', rising: true, descending,
      filled: { ...rows, where: sql`${where} and ${value} is not null` }, empty: { ...rows, where: sql`${where} and ${value} is null` },
    });
    return sql<Listed>`
      select ${activityColumns}, page.value as "sortValue" from (${picked}) page join (${activitySource()}) on a.id = page.id order by page.place`;
  }
  const byCustomer = by === 'customer' && isDense(filter, viewer);
  const order = by === 'customer' ? { value: sql`f.name`, type: 'text' } as const : { value: sql`a.occurred_at`, type: 'timestamptz' } as const;
  const { beyond, tail } = keyset(page, { ...order, id: sql`a.id`, descending });
  const from = byCustomer ? activitiesByCustomer : sourceFor(filter, viewer, now, by === 'customer');
  return sql<Listed>`
    select ${activityColumns}, (${order.value})::text as "sortValue" from ${from}
    where ${where} and ${beyond} and ${byCustomer ? placeAmongNames(page, descending) : sql`true`} ${tail}`;
}

/** Activities as they are shown, read from the names of their customers on, which have an index. */
const activitiesByCustomer = sql`
  customer_facts f
  join customer root on root.id = f.customer_id and root.merged_into is null
  cross join lateral (select * from activity his where his.customer_id = any(${partsOf(sql`f.customer_id`)})) a`;

/** Whether many customers have what is asked for: only then are they read one by one. */
const isDense = ({ rule, search, customerId, opportunityId, tasks }: ActivityFilter, viewer: Viewer): boolean =>
  !rule && !search?.trim() && !customerId && !opportunityId && !tasks && seesEveryActivity(viewer);

/** The latest activities of each customer `c` of a statement, as a column of it; `open`: his tasks that are not done alone. */
export function activitiesOfCustomer(
  { kinds, open }: Pick<ActivityFilter, 'kinds'> & { readonly open: boolean }, page: KeysetPage, counted: boolean, viewer: Viewer,
): RawBuilder<unknown> {
  const where = sql.join([activityVisible(viewer), ofCustomer(sql.ref('c.id')), ...(kinds?.length ? [ofKinds(kinds)] : []), ...(open ? [isOpenTask] : [])], sql` and `);
  const { beyond, tail } = keyset(page, { value: sql`a.occurred_at`, id: sql`a.id`, type: 'timestamptz', descending: true });
  const rows = sql<ActivityRow>`select ${activityColumns} from ${activitySource()} where ${where} and ${beyond} ${tail}`;
  return pageColumn(rows, counted ? sql<{ count: string }>`select count(*) as count from ${activitySource()} where ${where}` : undefined);
}

/** How many activities the filter names, for this viewer. */
export async function countActivities(em: Em, filter: ActivityFilter, viewer: Viewer, now: Date): Promise<number> {
  // Where he sees everybody and nothing is asked about customers these are not read: few are hidden, and a million looked up take seconds.
  const plain = seesEveryActivity(viewer) && !asksOfCustomers(filter);
  const [from, where] = plain
    ? [sql`${rowsFor(filter, viewer, now)} a`, sql.join([sql`a.deleted_at is null`, ofShownCustomer('a'), ...askedOf(filter, viewer, now)], sql` and `)]
    : [sourceFor(filter, viewer, now), conditionOf(filter, viewer, now)];
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from ${from} where ${where}`);
  return Number(row?.count ?? 0);
}

const seesEveryActivity = ({ role }: Viewer): boolean => scopeOf(role, 'customer', 'read') === 'all' && scopeOf(role, 'activity', 'read') === 'all';

const asksOfCustomers = ({ rule }: ActivityFilter): boolean =>
  rule !== undefined && (relationsReadBy(rule).size > 0 || [...factsReadBy(rule)].some((key) => !(key in activityFactColumns)));

/** Activities as they are shown, with the facts `f` of their customers where they are read. */
function sourceFor(filter: ActivityFilter, viewer: Viewer, now: Date, sorted = false): RawBuilder<unknown> {
  const rows = activitySource(rowsFor(filter, viewer, now));
  return sorted || asksOfCustomers(filter) ? sql`${rows} join customer_facts f on f.customer_id = root.id` : rows;
}

/** What is found by a text is looked up first, whatever the planner hopes to meet in the order: it may be nothing. */
function rowsFor(filter: ActivityFilter, viewer: Viewer, now: Date): RawBuilder<unknown> {
  const found = activitySearch(filter.search ?? '', viewer);
  return found ? sql`(select * from activity a where ${sql.join([sql`a.deleted_at is null`, found, ...ownOf(filter, now)], sql` and `)} offset 0)` : sql`activity`;
}

const conditionOf = (filter: ActivityFilter, viewer: Viewer, now: Date): RawBuilder<boolean> =>
  sql<boolean>`${sql.join([activityVisible(viewer), ...askedOf(filter, viewer, now)], sql` and `)}`;

function askedOf(filter: ActivityFilter, viewer: Viewer, now: Date): RawBuilder<unknown>[] {
  const { rule } = filter;
  return [
    ...(rule ? [whereRule(rule, { alias: 'f', now, viewer, catalogue: activityCatalogue(), ownColumn: (key) => activityFactColumns[key] })] : []),
    ...ownOf(filter, now),
  ];
}

/** What is asked of the activity alone. */
function ownOf({ customerId, kinds, opportunityId, since, tasks }: ActivityFilter, now: Date): RawBuilder<unknown>[] {
  return [
    customerId ? ofCustomerNamed('a.customer_id', customerId) : undefined,
    kinds?.length ? ofKinds(kinds) : undefined,
    opportunityId ? sql`a.opportunity_id = ${opportunityId}::uuid` : undefined,
    since ? sql`a.occurred_at >= ${since}::timestamptz` : undefined,
    tasks ? isTaskOf(tasks, now) : undefined,
  ].filter((part) => part !== undefined);
}

const isOpenTask = sql<boolean>`(a.kind = 'TASK' and a.done_at is null)`;

const ofKinds = (kinds: readonly ActivityKind[]): RawBuilder<boolean> => sql<boolean>`a.kind = any(${kinds}::text[])`;

const ofCustomer = (customer: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`a.customer_id in (
  select own.id from customer own where own.id = ${customer} or own.merged_into = ${customer})`;
