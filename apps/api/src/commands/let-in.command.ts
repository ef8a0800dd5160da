import { appendCompanyEvent } from '@orbita/database/company';
import { type Em, transact } from '@orbita/database/connection';
import { isRefused } from '@orbita/domain/refusal';
import { letInMinutes, makeLetIn, systemWriting } from '#sessions';
import type { Command } from './command.ts';

/** For the day on which the identity provider is gone, or the last administrator has lost his password. */
export const letInCommand: Command = {
  name: 'user-let-in',
  run: async (input, { database, now }) => {
    const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '');
    const made = await transact(database.em, async (em) => {
      const link = await makeLetIn(em, text('email'));
      if (link) await appendCompanyEvent(em, 'signInLinkMade', { id: link.id }, await systemWriting(em as Em, 'COMMAND_LINE', now));
      return link;
    });
    if (!made || isRefused(made)) return { no: `There is no active administrator ${text('email')}.` };
    const address = new URL(`/sign-in?letIn=${made.token}`, text('url') || 'http://localhost:4000').href;
    return { done: `Open this within ${letInMinutes} minutes; it opens once:\n${address}` };
  },
};
