import { invitationDays } from '@orbita/domain/invitations';
import type { Letter, Mailer } from './open-mailer.ts';

export interface Invited {
  readonly id: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  readonly token: string;
}

export interface InvitedBy {
  readonly name: string;
  readonly company: string;
}

/** To somebody who is asked in, in the language that was chosen for him. */
export function invitationLetter({ email, language, token }: Invited, { name, company }: InvitedBy, publicUrl: URL): Letter {
  const address = new URL(`/invitation?token=${encodeURIComponent(token)}`, publicUrl).href;
  return language === 'es'
    ? {
      to: email, subject: `${name} te invita a ${company} en Orbita`,
      text: `Hola:\n\n${name} te invita a entrar en Orbita, donde ${company} lleva sus clientes. Di cómo te llamas y elige una contraseña aquí:\n\n${address}\n\nEl enlace vale ${invitationDays} días y se usa una sola vez. Si no esperabas esta invitación, no hagas nada.\n`,
    }
    : {
      to: email, subject: `${name} invites you to ${company} at Orbita`,
      text: `Hello,\n\n${name} invites you to Orbita, where ${company} keeps its customers. Say how you are called and choose a password here:\n\n${address}\n\nThe link lasts ${invitationDays} days and opens once. If you did not expect this invitation, do nothing.\n`,
    };
}

/** Hands invitations over, a few at once, and answers the ids of those that were taken. */
export const invitationSender = (mailer: Mailer, publicUrl: URL, onProblem: (problem: string) => void) =>
  async (letters: readonly Invited[], from: InvitedBy): Promise<string[]> => {
    const waiting = [...letters];
    const sent: string[] = [];
    const work = async () => {
      for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
        try {
          await mailer.send(invitationLetter(letter, from, publicUrl));
          sent.push(letter.id);
        } catch (error) {
          onProblem(`an invitation was not sent: ${error instanceof Error ? error.name : 'unknown'}`);
        }
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    return sent;
  };
