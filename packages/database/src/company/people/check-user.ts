import { prepareSkills, prepareTerritories } from '@orbita/domain/leads';
import { normaliseEmail } from '@orbita/domain/identity';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { Partner, Team, User } from '#access';
import type { Em } from '#connection';

const longestName = 200;

/** A name that can be shown: something, and not too much of it. */
export function checkName(name: string, longest = longestName): string | Refusal {
  const bare = name.trim().replaceAll(/\s+/g, ' ');
  if (bare === '') return refuse('REQUIRED', { field: 'name' });
  return bare.length > longest ? refuse('TOO_LONG', { field: 'name', details: { maximum: longest } }) : bare;
}

/** The address with which a person signs in: well formed, and nobody else's. */
export async function checkEmail(em: Em, text: string, ownId?: string): Promise<string | Refusal> {
  const email = normaliseEmail(text);
  if (isRefused(email)) return { ...email, field: 'email' };
  const taken = await em.findOne(User, { email, ...(ownId ? { id: { $ne: ownId } } : {}) });
  return taken ? refuse('ALREADY_EXISTS', { field: 'email', details: { value: email } }) : email;
}

interface Place {
  readonly role: string;
  readonly teamId: string | null;
  readonly partnerId: string | null;
}

/** The people of a partner, and only they, have a partner; team and partner exist. */
export async function checkPlace(em: Em, { role, teamId, partnerId }: Place): Promise<Refusal | undefined> {
  if (role === 'partner' && !partnerId) return refuse('REQUIRED', { field: 'partnerId' });
  if (role !== 'partner' && partnerId) return refuseBecause('INVALID', 'PARTNERS_ONLY', { field: 'partnerId' });
  if (teamId && !(await em.findOne(Team, teamId))) return refuse('NOT_FOUND', { field: 'teamId' });
  if (partnerId && !(await em.findOne(Partner, partnerId))) return refuse('NOT_FOUND', { field: 'partnerId' });
  return undefined;
}

/** What routing rules ask of whoever gets a lead; what is absent stays. */
export interface Talents {
  /** What he knows: a rule may ask for some of it. */
  readonly skills?: readonly string[] | undefined;
  /** Countries whose customers he takes; empty for all. */
  readonly territories?: readonly string[] | undefined;
}

export function checkTalents(input: Talents, now: { readonly skills: string[]; readonly territories: string[] }): typeof now | Refusal {
  const skills = input.skills ? prepareSkills(input.skills) : now.skills;
  if (isRefused(skills)) return skills;
  const territories = input.territories ? prepareTerritories(input.territories) : now.territories;
  return isRefused(territories) ? territories : { skills, territories };
}
