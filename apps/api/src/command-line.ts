#!/usr/bin/env node
import { join } from 'node:path';
import { Command } from 'commander';
import { sendCommand, type Told } from '#commands';
import { readEnvironment } from '#environment';
import { addImportCommand } from '#imports';

const root = join(import.meta.dirname, '../../..');

const program = new Command('orbita')
  .description('Orbita from the command line.')
  .addHelpText('after', `
How it reaches the data:
  With DATABASE_URL it works on that PostgreSQL directly; no server needs to run.
  Without, it asks the Orbita that runs on the data folder (ORBITA_DATA_DIR, by default .orbita in Orbita's own
  folder): the embedded database belongs to one process. The server leaves its address and a key in
  server.json there, which only the user who started it can read.`);

const user = program.command('user').description('People who may sign in.');
user.command('create')
  .description('Make a person who may sign in.')
  .requiredOption('--email <email>', 'with which the person signs in')
  .requiredOption('--name <name>', 'as others see it')
  .option('--role <role>', 'administrator, manager, sales, marketing, service, finance, warehouse, analyst or partner', 'administrator')
  .option('--language <language>', 'en or es', 'en')
  .option('--partner <id>', 'for the people of a partner')
  .option('--password <password>', 'better left out: then it is read from ORBITA_PASSWORD, or from standard input')
  .action(async (options: Record<string, string>) => {
    const password = options['password'] ?? process.env['ORBITA_PASSWORD'] ?? (await readLine('Password: '));
    await send('user-create', { ...options, password });
  });

user.command('let-in')
  .description('Print a link with which an administrator comes in once, without password or identity provider.')
  .requiredOption('--email <email>', 'of the administrator')
  .action(async ({ email }: { email: string }) => {
    const environment = readEnvironment(process.env, root);
    const url = 'errors' in environment ? '' : environment.publicUrl?.href ?? `http://localhost:${environment.port}`;
    await send('user-let-in', { email, url });
  });

addImportCommand(program, carry, show);

async function send(name: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  if (!(await carry(name, input, show))) process.exitCode = 1;
}

async function carry(name: string, input: Readonly<Record<string, unknown>>, tell: (told: Told) => void): Promise<boolean> {
  const environment = readEnvironment(process.env, root);
  if (!('errors' in environment)) return sendCommand(environment, name, input, tell);
  fail(environment.errors.join('\n'));
  return false;
}

function show(told: Told): void {
  if ('line' in told) return void process.stdout.write(`${told.line}\n`);
  if ('done' in told) return void process.stdout.write(`${told.done}\n`);
  fail('refused' in told ? told.refused : told.failed);
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

async function readLine(prompt: string): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write(prompt);
  for await (const part of process.stdin.setEncoding('utf8')) return String(part).split('\n')[0]!.trim();
  return '';
}

await program.parseAsync().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
