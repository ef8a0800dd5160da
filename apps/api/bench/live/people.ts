import type pg from 'pg';
import { email } from '../servers.ts';

/**
 * Half of them managers, who see everything, half colleagues of one team; they sign in with the password of the one who
 * measures. Answers their addresses.
 */
export async function people(client: pg.Client, count: number, teamId: string | null): Promise<string[]> {
  const { rows } = await client.query<{ email: string }>(`
    insert into app_user (id, name, email, role, team_id)
    select gen_random_uuid(), 'Listener ' || n, 'listener' || n || '@orbita.example', case when n % 2 = 0 then 'manager' else 'sales' end, $2::uuid
    from generate_series(1, $1::int) n on conflict (email) do update set team_id = excluded.team_id returning email`, [count, teamId]);
  await client.query(`
    insert into auth_account (id, account_id, provider_id, user_id, password)
    select gen_random_uuid(), u.id::text, a.provider_id, u.id, a.password
    from app_user u, auth_account a join app_user me on me.id = a.user_id
    where me.email = $1 and u.email = any($2) and not exists (select from auth_account t where t.user_id = u.id)`, [email, rows.map((row) => row.email)]);
  return rows.map((row) => row.email);
}
