import { type Em, newId, rowsOf } from '@orbita/database/connection';
import { User } from '@orbita/database/access';
import type { Role } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { hashPassword } from './password.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly teamId?: string | null;
  readonly partnerId?: string | null;
  readonly language?: 'en' | 'es';
}

/** Makes a person who can sign in. The schema's mutation decides who may; here only what is being made is checked. */
export async function createUser(em: Em, user: NewUser, now: Date): Promise<{ userId: string } | Refusal> {
  const checked = check(user);
  if (isRefused(checked)) return checked;
  const hash = await hashPassword(user.password);
  const userId = newId();
  return em.fork({ clear: true }).transactional(async (inner) => {
    const taken = await rowsOf(inner as Em, sql`select from app_user where email = ${checked.email}`);
    if (taken.length > 0) return refuse('ALREADY_EXISTS', { field: 'email', details: { value: checked.email } });
    inner.create(User, {
      id: userId, name: user.name.trim(), email: checked.email, role: user.role, teamId: user.teamId ?? null,
      partnerId: user.partnerId ?? null, language: user.language ?? 'en', createdAt: now, updatedAt: now,
    });
    await inner.flush();
    await rowsOf(inner as Em, sql`
      insert into auth_account (id, account_id, provider_id, user_id, password)
      values (${newId()}, ${userId}, 'credential', ${userId}, ${hash})`);
    return { userId };
  });
}

function check(user: NewUser): { email: string } | Refusal {
  const email = user.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return refuse('INVALID_FORMAT', { field: 'email', details: { value: email, example: 'ana@example.com' } });
  }
  if (!user.name.trim()) return refuse('REQUIRED', { field: 'name' });
  if (user.password.length < 10 || user.password.length > 128) {
    return refuse('INVALID', { field: 'password', details: { reason: '10–128 characters' } });
  }
  if ((user.role === 'partner') !== Boolean(user.partnerId)) return refuse('REQUIRED', { field: 'partnerId' });
  return { email };
}
