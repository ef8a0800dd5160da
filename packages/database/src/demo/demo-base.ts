import { searchKey } from '@orbita/domain/identity';
import { sql } from 'kysely';
import type { Pipeline } from '@orbita/domain/opportunities';
import { type Em, insertRows, newId, rowsOf } from '#connection';
import { shipPipeline } from '#opportunities';
import { demoLines, demoProducts } from './world/offering.ts';
import { demoPartners, demoStaff, demoTeams } from './world/staff.ts';

/** The pipeline in which everything is sold. */
export type DemoPipeline = Pipeline & { readonly id: string };

/** The ids of what the company has before its first customer. */
export interface DemoBase {
  readonly pipeline: DemoPipeline;
  readonly staff: readonly { id: string; role: string; teamId: string | null; partnerId: string | null; name: string }[];
  readonly lineIds: ReadonlyMap<string, string>;
  readonly productIds: ReadonlyMap<string, string>;
}

/** Makes teams, partners, staff, lines and products. Staff can sign in only when a password hash is given. */
export async function makeDemoBase(em: Em, now: Date, passwordHash: string | undefined): Promise<DemoBase> {
  const at = now.toISOString();
  const ids = (names: readonly string[]) => new Map(names.map((name) => [name, newId()]));
  const teams = ids(demoTeams);
  const partners = ids(demoPartners);
  await insertRows(em, 'team', [...teams].map(([name, id]) => ({ id, name, version: 1 })));
  await insertRows(em, 'partner', [...partners].map(([name, id]) => ({ id, name, version: 1 })));
  const staff = demoStaff.map((member) => ({
    id: newId(), name: member.name, email: member.email, email_verified: true, role: member.role,
    team_id: member.team ? teams.get(member.team)! : null, partner_id: member.partner ? partners.get(member.partner)! : null,
    language: member.language, active: true, version: 1, created_at: at, updated_at: at,
  }));
  await insertRows(em, 'app_user', staff);
  if (passwordHash) {
    await insertRows(em, 'auth_account', staff.map(({ id }) => ({
      id: newId(), account_id: id, provider_id: 'credential', user_id: id, password: passwordHash, created_at: at, updated_at: at,
    })));
  }
  return {
    staff: staff.map(({ id, role, team_id: teamId, partner_id: partnerId, name }) => ({ id, role, teamId, partnerId, name })),
    lineIds: await makeLines(em),
    pipeline: await pipelineOfCompany(em),
    productIds: await makeProducts(em, at),
  };
}

async function pipelineOfCompany(em: Em): Promise<DemoPipeline> {
  await shipPipeline(em);
  const [pipeline] = await rowsOf(em, sql<DemoPipeline>`select id, name, line_id as "lineId", stages from pipeline where deleted_at is null and line_id is null order by position, id limit 1`);
  return pipeline!;
}

async function makeLines(em: Em): Promise<Map<string, string>> {
  await rowsOf(em, sql`update business_line set is_default = false where is_default`);
  await insertRows(em, 'business_line', demoLines.map((line) => ({
    id: newId(), name: line.name, fallback_rhythm_days: line.fallbackRhythmDays, grace_days: line.graceDays,
    min_after_sales_days: line.minAfterSalesDays, is_default: line.isDefault, version: 1,
  })));
  const rows = await rowsOf(em, sql<{ id: string; name: string }>`select id, name from business_line`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function makeProducts(em: Em, at: string): Promise<Map<string, string>> {
  const categories = new Map([...new Set(demoProducts.map(({ category }) => category))].map((name) => [name, newId()]));
  await insertRows(em, 'product_category', [...categories].map(([name, id]) => ({ id, name, name_key: searchKey(name) })));
  const products = demoProducts.map((product) => ({
    id: newId(), code: product.code, name: product.name, name_key: searchKey(product.name),
    category_id: categories.get(product.category)!, unit: 'u', currency: 'EUR', list_price: product.listPrice,
    cost: product.cost, active: true, version: 1, updated_at: at,
  }));
  await insertRows(em, 'product', products);
  return new Map(products.map(({ code, id }) => [code, id]));
}
