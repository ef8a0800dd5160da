import { LockMode } from '@mikro-orm/core';
import { may, type Role } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { User } from '#access';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent, changedValues } from '../company-event.ts';
import { given } from '../given.ts';
import { refuseStale } from '#timeline';
import { endSessionsOf, lockAdministrators, setPassword } from './account.queries.ts';
import { checkEmail, checkName, checkPlace, checkTalents, type Talents } from './check-user.ts';

export interface UpdateUserInput extends Talents {
  readonly id: string;
  readonly expectedVersion: number;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  readonly teamId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly language?: 'en' | 'es' | undefined;
  readonly active?: boolean | undefined;
  readonly passwordHash?: string | undefined;
}

/** What is read when he signs in: what he may do, and whom he sees. */
const readAtSignIn: readonly string[] = ['active', 'role', 'teamId', 'partnerId'];

/** Changes a person: what he may do, where he belongs, whether he may still come in. */
export async function updateUser(em: Em, input: UpdateUserInput, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'user', 'update')) return refuse('FORBIDDEN');
  const administrators = await lockAdministrators(em);
  const user = await em.findOne(User, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!user) return refuse('NOT_FOUND', { field: 'id' });
  if (user.version !== input.expectedVersion) return refuseStale(em, writing.company.id, { payload: { id: user.id } });
  const next = await decide(em, user, input);
  if (isRefused(next)) return next;
  const remains = next.role === 'administrator' && next.active;
  if (!remains && administrators.length === 1 && administrators[0] === user.id) return refuseBecause('CONFLICT', 'LAST_ADMINISTRATOR', { field: 'role' });
  const { changed: fields, values: { name, email, ...values } } = changedValues(user, next);
  const own = Object.fromEntries(Object.entries({ name, email }).filter(([, value]) => value !== undefined));
  em.assign(user, { ...next, updatedAt: now });
  await em.flush();
  if (input.passwordHash) await setPassword(em, user.id, input.passwordHash, now);
  // A change of it takes hold at once, also where he only listens.
  if (input.passwordHash || fields.some((field) => readAtSignIn.includes(field))) await endSessionsOf(em, user.id);
  await appendCompanyEvent(em, 'userUpdated', { id: user.id, fields: input.passwordHash ? [...fields, 'password'] : fields, values }, writing, own);
  return user.id;
}

async function decide(em: Em, user: User, input: UpdateUserInput) {
  const said = given({ name: input.name, email: input.email });
  const name = said.name === undefined ? user.name : checkName(said.name);
  if (isRefused(name)) return name;
  const email = said.email === undefined ? user.email : await checkEmail(em, said.email, user.id);
  if (isRefused(email)) return email;
  const role = input.role ?? user.role;
  const place = {
    role,
    teamId: input.teamId === undefined ? user.teamId ?? null : input.teamId,
    // One who leaves the partner's role leaves the partner, unless the caller says otherwise.
    partnerId: input.partnerId === undefined ? (role === 'partner' ? user.partnerId ?? null : null) : input.partnerId,
  };
  const misplaced = await checkPlace(em, place);
  if (misplaced) return misplaced;
  const talents = checkTalents(input, user);
  if (isRefused(talents)) return talents;
  return { name, email, ...place, ...talents, language: input.language ?? user.language, active: input.active ?? user.active };
}
