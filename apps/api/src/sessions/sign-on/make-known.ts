import { createUser } from '@orbita/database/company';
import { type Em, transact } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { acceptInvitation } from '@orbita/database/invitations';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import type { AuthTables } from '../auth-database.ts';
import { systemWriting } from '../system-writing.ts';
import type { Vouched } from './provider.ts';
import { providerId, type SingleSignOn } from './single-sign-on.ts';

/** Makes a person of one whom the provider vouches for and who is not here yet: by his invitation, or else in the default role. */
export const knownBy = ({ em }: Database, tables: AuthTables, { defaultRole }: SingleSignOn) =>
  async ({ subject, email, name }: Vouched): Promise<void> => {
    const { rows } = await sql`
      select from app_user where email = ${email}
      union all select from auth_account where provider_id = ${providerId} and account_id = ${subject}`.execute(tables);
    if (rows.length > 0) return;
    const writing = await systemWriting(em.fork() as Em, 'WEB', new Date());
    const invited = await transact(em, (inner) => acceptInvitation(inner, { email }, { name }, writing));
    if (!isRefused(invited) || !defaultRole) return;
    await transact(em, (inner) => createUser(inner, { email, name, role: defaultRole }, writing));
  };
