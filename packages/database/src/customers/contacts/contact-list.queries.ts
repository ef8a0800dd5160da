import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { contactCatalogue } from '@orbita/domain/contacts';
import { factsReadBy, relationsReadBy, type Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { ofCustomerNamed, ofShownCustomer, visibleFacts } from '#access';
import { type Em, keyset, type KeysetPage, pickApart, rowsOf } from '#connection';
import { customOrder, type SortedField } from '#custom-fields';
import { partsOf, placeAmongNames } from '#facts';
import { contactFields, whereRule } from '#rules';
import { contactSearchCondition } from '#search';
import { contactColumns, type ContactRow, type ContactSelection } from './contact.queries.ts';

export interface ContactFilter {
  /** Over the fields of the contact (`contacts.role`) and the facts of its customer. */
  readonly rule?: Rule | undefined;
  /** In his name, the ways to reach him and the name of his customer. */
  readonly search?: string | undefined;
  readonly customerId?: string | undefined;
}

export const contactOrders = ['name', 'customer', 'createdAt', 'updatedAt'] as const;

export interface ContactPage extends KeysetPage {
  readonly order: { readonly by: (typeof contactOrders)[number]; readonly descending: boolean };
  /** One of the company's own fields, which the viewer may read: it goes before `by`. */
  readonly field?: SortedField | undefined;
}

type Listed = ContactRow & { readonly sortValue: string | null };

/** Contacts with the customer under whom they are shown (`c`) and his facts (`f`). */
const contactSource = (contacts: RawBuilder<unknown> = sql`contact`) => sql`
  ${contacts} k
  join customer held on held.id = k.customer_id
  join customer c on c.id = coalesce(held.merged_into, held.id)
  join customer_facts f on f.customer_id = c.id`;

/** The same, read from the names of the customers on, which have an index. */
const contactsByCustomer = sql`
  customer_facts f
  join customer c on c.id = f.customer_id
  cross join lateral (select * from contact his where his.customer_id = any(${partsOf(sql`f.customer_id`)})) k`;

/** A page of contacts in the order asked for, one row more than asked. */
export function listContacts(
  em: Em, filter: ContactFilter, page: ContactPage, select: ContactSelection, viewer: Viewer, now: Date,
): Promise<Listed[]> {
  const { search, ...others } = filter;
  const { by, descending } = page.order;
  if (page.field) {
    const order = customOrder({ from: contactSource(), where: contactCondition(filter, viewer, now), id: sql`k.id`, values: sql`k.custom_compared` }, page.field, descending);
    return rowsOf(em, sql<Listed>`
      select ${contactColumns(select, viewer)}, page.value as "sortValue" from (${pickApart(page, order)}) page join (${contactSource()}) on k.id = page.id order by page.place`);
  }
  const { value, type } = values[by];
  const { beyond, tail } = keyset(page, { value, id: sql`k.id`, type, descending });
  const condition = sql`${contactCondition(others, viewer, now)} and ${beyond}`;
  const found = search ? contactSearchCondition(search, viewer) : undefined;
  // Who is found is looked up first, whatever the planner hopes to meet in the order: it may be nobody.
  const inOrder = by === 'customer' ? sql`` : sql`order by ${value} ${towards(page)}, k.id ${towards(page)}`;
  const from = found ? contactSource(sql`(select * from contact k where k.deleted_at is null and ${found} ${inOrder} offset 0)`)
    : by === 'customer' ? contactsByCustomer : contactSource();
  return rowsOf(em, sql<Listed>`
    select ${contactColumns(select, viewer)}, (${value})::text as "sortValue" from ${from}
    where ${condition} and ${by === 'customer' ? placeAmongNames(page, descending) : sql`true`} ${tail}`);
}

const isFalling = ({ backwards = false, order }: ContactPage): boolean => order.descending !== backwards;
const towards = (page: ContactPage): RawBuilder<unknown> => sql.raw(isFalling(page) ? 'desc' : 'asc');

const values = {
  name: { value: sql`k.name_key`, type: 'text' }, customer: { value: sql`f.name`, type: 'text' },
  createdAt: { value: sql`k.created_at`, type: 'timestamptz' }, updatedAt: { value: sql`k.updated_at`, type: 'timestamptz' },
} as const;

/** How many contacts the filter names, for this viewer. */
export async function countContacts(em: Em, filter: ContactFilter, viewer: Viewer, now: Date): Promise<number> {
  // Where he sees everybody and nothing is asked about customers these are not read: few are hidden, and a million looked up take a second.
  const plain = seesEveryContact(viewer) && !asksOfCustomers(filter);
  const [from, where] = plain
    ? [sql`contact k`, sql.join([sql`k.deleted_at is null`, ofShownCustomer('k'), ...askedOf(filter, viewer, now)], sql` and `)]
    : [contactSource(), contactCondition(filter, viewer, now)];
  const [row] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from ${from} where ${where}`);
  return row?.count ?? 0;
}

const seesEveryContact = ({ role }: Viewer): boolean =>
  scopeOf(role, 'customer', 'read') === 'all' && scopeOf(role, 'contact', 'read') === 'all' && mayReadMarked(role, 'personal');

const asksOfCustomers = ({ rule, customerId }: ContactFilter): boolean =>
  customerId !== undefined
  || (rule !== undefined && (relationsReadBy(rule).size > 0 || [...factsReadBy(rule)].some((key) => !key.startsWith('contacts.'))));

/** Whom and how to reach is for those who may read contacts, and personal values. */
function contactCondition(filter: ContactFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  return sql<boolean>`${sql.join([
    sql`k.deleted_at is null`, visibleFacts('f', viewer, 'contact'), mayReadMarked(viewer.role, 'personal') ? sql`true` : sql`false`,
    ...askedOf(filter, viewer, now),
  ], sql` and `)}`;
}

function askedOf({ rule, search, customerId }: ContactFilter, viewer: Viewer, now: Date): RawBuilder<unknown>[] {
  return [
    rule ? whereRule(rule, {
      alias: 'f', now, viewer, catalogue: contactCatalogue(), ownColumn: (key) => own[key], ownCustom: { entity: 'CONTACT', values: sql`k.custom_compared` },
    }) : undefined,
    search ? contactSearchCondition(search, viewer) : undefined,
    customerId ? ofCustomerNamed('k.customer_id', customerId) : undefined,
  ].filter((part) => part !== undefined);
}

const own = Object.fromEntries(Object.entries(contactFields('k')).map(([key, column]) => [`contacts.${key}`, column]));
