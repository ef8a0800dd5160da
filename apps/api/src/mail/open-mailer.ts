import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; without it letters are put into a folder. */
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** Where letters lie that no server takes. */
  readonly outbox: string;
}

export interface Mailer {
  /** Hands the letter over; throws when no server took it. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** The company's letters go through its mail server, or into a folder that the operator looks into. */
export function openMailer({ smtpUrl, from, outbox }: MailSettings): Mailer {
  if (smtpUrl) {
    const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
    return { send: async (letter) => { await transport.sendMail({ from, ...letter }); }, close: () => transport.close() };
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail({ from, ...letter });
      mkdirSync(outbox, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
      writeFileSync(join(outbox, name), message as Buffer, { mode: 0o600 });
    },
    close: () => transport.close(),
  };
}
