import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailer, passwordLetter } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'orbita-mail-'));
const letter = passwordLetter({ name: 'Núria', email: 'nuria@mail.example', language: 'es', address: 'https://crm.example/reset-password?token=x', minutes: 60 });
const taken: string[] = [];
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) => done(username === 'ana' && password === 'secret' ? null : new Error('no'), { user: username }),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => { taken.push(Buffer.concat(parts).toString()); done(); });
  },
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('a letter goes through the mail server, in the name of the company, as it was written', async () => {
  const mailer = openMailer({ smtpUrl: `smtp://ana:secret@127.0.0.1:${port}`, from: 'Orbita <orbita@crm.example>', outbox: folder });
  await mailer.send(letter);
  mailer.close();
  const { from, to, subject, text } = await PostalMime.parse(taken[0]!);
  expect([from?.address, to?.[0]?.address, subject]).toEqual(['orbita@crm.example', 'nuria@mail.example', 'Elige una contraseña nueva para Orbita']);
  expect(text?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
  expect(readdirSync(folder)).toEqual([]);
});

test('a letter that no server takes is told, not lost in silence', async () => {
  const refused = openMailer({ smtpUrl: `smtp://ana:wrong@127.0.0.1:${port}`, from: 'orbita@crm.example', outbox: folder });
  await expect(refused.send(letter)).rejects.toThrow();
  const nobody = openMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'orbita@crm.example', outbox: folder });
  await expect(nobody.send(letter)).rejects.toThrow();
});

test('without a mail server letters lie in a folder that only the operator reads', async () => {
  const mailer = openMailer({ smtpUrl: undefined, from: 'Orbita <orbita@localhost>', outbox: join(folder, 'outbox') });
  await mailer.send(letter);
  const [file = ''] = readdirSync(join(folder, 'outbox'));
  const { text } = await PostalMime.parse(readFileSync(join(folder, 'outbox', file)));
  expect(text).toContain('https://crm.example/reset-password?token=x');
  expect(statSync(join(folder, 'outbox', file)).mode & 0o077).toBe(0);
});
