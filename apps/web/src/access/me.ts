import { type Role, roles } from '@orbita/domain/access';
import * as z from 'zod/mini';

/** Who is signed in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'es';
  readonly twoFactorEnabled: boolean;
  /** The company asks for a second factor: before it is set up nothing else answers. */
  readonly mustSetUpTwoFactor: boolean;
}

const sessionAnswer = z.nullable(z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    language: z.catch(z.enum(['en', 'es']), 'en'),
    twoFactorEnabled: z.nullish(z.boolean()),
  }),
  mustSetUpTwoFactor: z.optional(z.boolean()),
}));

/** Reads the answer of the session door; undefined when nobody is signed in. */
export function readMe(answer: unknown): Me | undefined {
  const found = sessionAnswer.parse(answer);
  return found ? { ...found.user, twoFactorEnabled: found.user.twoFactorEnabled ?? false, mustSetUpTwoFactor: found.mustSetUpTwoFactor ?? false } : undefined;
}
