import { createUser as writeUser } from '@orbita/database/company';
import { type Em, transact } from '@orbita/database/connection';
import type { Actor } from '@orbita/database/timeline';
import { longestPassword, type Role, shortestPassword } from '@orbita/domain/access';
import { type Refusal, refuseBecause } from '@orbita/domain/refusal';
import { hashPassword } from './password.ts';
import { systemWriting } from './system-writing.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly teamId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly language?: 'en' | 'es' | undefined;
}

/** Makes a person who can sign in, by the operator's hand: at first start, or by command. Answers with his id. */
export async function createUser(em: Em, user: NewUser, channel: Actor['channel'], now: Date): Promise<string | Refusal> {
  const { password, ...rest } = user;
  if (password.length < shortestPassword || password.length > longestPassword) {
    return refuseBecause('INVALID', 'PASSWORD_LENGTH', { field: 'password', minimum: shortestPassword, maximum: longestPassword });
  }
  const passwordHash = await hashPassword(password);
  const writing = await systemWriting(em.fork() as Em, channel, now);
  return transact(em, (inner) => writeUser(inner, { ...rest, passwordHash }, writing));
}
