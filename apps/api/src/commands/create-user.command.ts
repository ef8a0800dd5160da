import { roles } from '@orbita/domain/access';
import { isRefused, refuseBecause } from '@orbita/domain/refusal';
import { createUser } from '#sessions';
import type { Command } from './command.ts';

export const createUserCommand: Command = {
  name: 'user-create',
  run: async (input, { database, now }) => {
    const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '');
    const role = roles.find((known) => known === (text('role') || 'administrator'));
    if (!role) return refuseBecause('INVALID', 'CHOICES', { field: 'role', choices: roles.join(', ') });
    const language = text('language') === 'es' ? 'es' : 'en';
    const user = { name: text('name'), email: text('email'), password: text('password'), role, language, partnerId: text('partner') || null } as const;
    const made = await createUser(database.em, user, 'COMMAND_LINE', now);
    return isRefused(made) ? made : { done: `${user.email} can sign in now, as ${role}.` };
  },
};
