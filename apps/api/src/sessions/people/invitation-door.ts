import { type Em, transact } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { acceptInvitation, hashOfToken, invitationByHash } from '@orbita/database/invitations';
import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { invitationState } from '@orbita/domain/invitations';
import { isRefused } from '@orbita/domain/refusal';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import * as z from 'zod';
import { hashPassword } from '../password.ts';
import { systemWriting } from '../system-writing.ts';
import { signInAs } from './sign-in-as.ts';

const held = z.object({ token: z.string().max(200) });
const accepted = held.extend({ name: z.string().max(400), language: z.enum(['en', 'es']), password: z.string() });

/** Where the link of a letter leads: what the invitation says, and taking it up. Role and place come from it alone. */
export const invitationDoor = ({ em }: Database, { passwords }: { readonly passwords: boolean }) => ({
  lookAtInvitation: createAuthEndpoint('/invitation/look', { method: 'POST', body: held }, async (context) => {
    const found = await invitationByHash(em.fork() as Em, hashOfToken(context.body.token));
    if (!found) return context.json({ state: 'UNKNOWN' as const });
    const state = invitationState(found, new Date());
    const { email, role, language, company, invitedByName, invitedByEmail } = found;
    const ask = { company, invitedByName, invitedByEmail };
    return context.json(state === 'PENDING' ? { state, email, role, language, ...ask } : { state, language, ...ask });
  }),
  acceptInvitation: createAuthEndpoint('/invitation/accept', { method: 'POST', body: accepted }, async (context) => {
    const { token, name, language, password } = context.body;
    if (!passwords) throw new APIError('BAD_REQUEST', { code: 'NO_PASSWORDS', message: 'Nobody signs in with a password here.' });
    if (password.length < shortestPassword || password.length > longestPassword) {
      throw new APIError('BAD_REQUEST', { code: 'PASSWORD_LENGTH', message: `Use ${shortestPassword} to ${longestPassword} characters.` });
    }
    // Hashing takes its time: not for a link that opens nothing.
    const now = new Date();
    const found = await invitationByHash(em.fork() as Em, hashOfToken(token));
    const state = found ? invitationState(found, now) : 'UNKNOWN';
    if (state !== 'PENDING') throw new APIError('BAD_REQUEST', { code: `INVITATION_${state}`, message: 'This invitation cannot be taken up.' });
    const passwordHash = await hashPassword(password);
    const writing = await systemWriting(em.fork() as Em, 'WEB', now);
    const made = await transact(em, (inner) => acceptInvitation(inner, { token }, { name, language, passwordHash }, writing));
    if (isRefused(made)) throw new APIError('BAD_REQUEST', { code: made.field === 'token' ? 'INVITATION_ACCEPTED' : made.code, message: 'This invitation cannot be taken up.' });
    await signInAs(context, made);
    return context.json({ id: made });
  }),
});
