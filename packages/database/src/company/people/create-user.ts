import { may, type Role } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { User } from '#access';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent } from '../company-event.ts';
import { setPassword } from './account.queries.ts';
import { checkEmail, checkName, checkPlace, checkTalents, type Talents } from './check-user.ts';

export interface CreateUserInput extends Talents {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teamId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly language?: 'en' | 'es' | undefined;
  /** Made by the front door; without one he signs in through the company's single sign-on. */
  readonly passwordHash?: string | undefined;
}

/** Makes a person who may come in. Answers with his id. */
export async function createUser(em: Em, input: CreateUserInput, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'user', 'create')) return refuse('FORBIDDEN');
  const name = checkName(input.name);
  if (isRefused(name)) return name;
  const email = await checkEmail(em, input.email);
  if (isRefused(email)) return email;
  const place = { role: input.role, teamId: input.teamId ?? null, partnerId: input.partnerId ?? null };
  const misplaced = await checkPlace(em, place);
  if (misplaced) return misplaced;
  const talents = checkTalents(input, { skills: [], territories: [] });
  if (isRefused(talents)) return talents;
  const id = newId();
  const language = input.language ?? viewer.language;
  em.create(User, { id, name, email, ...place, ...talents, language, createdAt: now, updatedAt: now });
  await em.flush();
  if (input.passwordHash) await setPassword(em, id, input.passwordHash, now);
  await appendCompanyEvent(em, 'userCreated', { id, role: input.role }, writing);
  return id;
}
