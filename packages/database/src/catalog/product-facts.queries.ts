import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';

const inOurCurrency = (amount: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(case when p.currency = (select currency from company limit 1) then ${amount} end)`;

/** Where the facts of the product `p` are, in the form in which rules compare them: `productFacts` of the domain in SQL. */
export const productFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'product.code': plainText(sql`p.code`), 'product.name': sql`p.name_key`, 'product.categoryId': sql`p.category_id`,
  'product.unit': sql`nullif(${plainText(sql`p.unit`)}, '')`, 'product.currency': sql`p.currency::text`,
  'product.listPrice': inOurCurrency(sql`p.list_price`), 'product.cost': inOurCurrency(sql`p.cost`),
  'product.isActive': sql`p.active`, 'product.updatedAt': sql`p.updated_at`,
};
