import { type Role, roles } from '@orbita/domain/access';
import * as z from 'zod/mini';

/** Who is signed in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'es';
}

const sessionAnswer = z.nullable(z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    language: z.catch(z.enum(['en', 'es']), 'en'),
  }),
}));

/** Reads the answer of the session door; undefined when nobody is signed in. */
export function readMe(answer: unknown): Me | undefined {
  return sessionAnswer.parse(answer)?.user;
}
