import { join, resolve } from 'node:path';
import { readSignOn } from './read-sign-on.ts';
import type { SingleSignOn } from '#sessions';

export type ServerRole = 'web' | 'worker' | 'all';

/** What the operator decides, checked at start. */
export interface Environment {
  readonly port: number;
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The first administrator; without it one is made with a random password on the embedded database. */
  readonly admin: { readonly email: string; readonly password: string } | undefined;
  /** How many customers the demo company gets; `undefined` means the usual number. */
  readonly demo: { readonly on: boolean; readonly customers: number | undefined };
  /** Public address; without it the address it listens at. */
  readonly publicUrl: URL | undefined;
  readonly metricsToken: string | undefined;
  /** Through which server letters go, and from whom; without one they lie in the folder `outbox` of `dataDir`. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  /** The company's identity provider; without one people sign in with passwords alone. */
  readonly signOn: SingleSignOn | undefined;
  /** Whether browsers may only run the documents of the web app (in production). */
  readonly safelist: boolean;
  /** The file outside of the database that remembers who was erased, for when an older backup is restored. */
  readonly erasures: string;
  readonly production: boolean;
  readonly role: ServerRole;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment, or says everything that is wrong with it, each in one line that tells what to do. */
export function readEnvironment(variables: Variables, root: string, role: ServerRole = 'all'): Environment | { errors: string[] } {
  const errors: string[] = [];
  const set = (name: string) => variables[name]?.trim() || undefined;
  const wrong = (line: string): undefined => void errors.push(line);
  const databaseUrl = set('DATABASE_URL');
  if (databaseUrl && !isUrl(databaseUrl, ['postgres:', 'postgresql:'])) {
    wrong('DATABASE_URL is not a PostgreSQL address: write postgres://user:password@host:5432/name, or leave it out to use the embedded database.');
  }
  if (role !== 'all' && !databaseUrl) {
    wrong(`--role ${role} needs PostgreSQL: set DATABASE_URL, or start without --role (the embedded database has one process).`);
  }
  const environment: Environment = {
    port: readPort(set('PORT'), wrong),
    databaseUrl,
    // pnpm starts a package in its own folder: what is written relative means the folder of the whole.
    dataDir: resolve(root, set('ORBITA_DATA_DIR') ?? '.orbita'),
    admin: readAdmin(set('ORBITA_ADMIN_EMAIL'), variables['ORBITA_ADMIN_PASSWORD'] || undefined, wrong),
    demo: readDemo(set('ORBITA_DEMO'), databaseUrl === undefined, wrong),
    publicUrl: readPublicUrl(set('ORBITA_URL'), wrong),
    metricsToken: set('ORBITA_METRICS_TOKEN'),
    mail: readMail(set('ORBITA_SMTP_URL'), set('ORBITA_MAIL_FROM'), wrong),
    signOn: readSignOn(set, wrong),
    safelist: readSafelist(set('ORBITA_SAFELIST'), wrong),
    erasures: resolve(root, set('ORBITA_ERASURES') ?? join(set('ORBITA_DATA_DIR') ?? '.orbita', 'erasures')),
    production: set('NODE_ENV') === 'production',
    role,
  };
  return errors.length > 0 ? { errors } : environment;
}

type Wrong = (line: string) => undefined;

function readPort(text: string | undefined, wrong: Wrong): number {
  if (text === undefined) return 4000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) wrong(`PORT is “${text}”: give a number from 0 to 65535 (0 takes any free port).`);
  return port;
}

function readAdmin(email: string | undefined, password: string | undefined, wrong: Wrong): Environment['admin'] {
  if (!email && !password) return undefined;
  if (!email || !password) {
    return wrong('ORBITA_ADMIN_EMAIL and ORBITA_ADMIN_PASSWORD go together: set both, or neither.');
  }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) wrong(`ORBITA_ADMIN_EMAIL is “${email}”: that is not an e-mail address.`);
  if (password.length < 10 || password.length > 128) wrong('ORBITA_ADMIN_PASSWORD must have 10 to 128 characters.');
  return { email: email.toLowerCase(), password };
}

function readDemo(text: string | undefined, embedded: boolean, wrong: Wrong): Environment['demo'] {
  if (text === undefined) return { on: embedded, customers: undefined };
  if (text === 'off') return { on: false, customers: undefined };
  if (text === 'on') return { on: true, customers: undefined };
  const customers = Number(text);
  if (!/^\d+$/.test(text) || customers < 1 || customers > 1_000_000) {
    wrong(`ORBITA_DEMO is “${text}”: write on, off, or a number of customers from 1 to 1000000.`);
  }
  return { on: true, customers };
}

function readMail(smtpUrl: string | undefined, from: string | undefined, wrong: Wrong): Environment['mail'] {
  if (smtpUrl && !isUrl(smtpUrl, ['smtp:', 'smtps:'])) wrong('ORBITA_SMTP_URL is not a mail server: write smtp://user:password@host:587 or smtps://…, or leave it out to have letters put into the data folder.');
  if (smtpUrl && !from) wrong('ORBITA_MAIL_FROM is missing: write the address from which letters come, such as Orbita <orbita@example.com>.');
  return { smtpUrl, from: from ?? 'Orbita <orbita@localhost>' };
}

function readPublicUrl(text: string | undefined, wrong: Wrong): URL | undefined {
  if (text === undefined) return undefined;
  if (!isUrl(text, ['http:', 'https:'])) return wrong(`ORBITA_URL is “${text}”: write the address people type, such as https://crm.example.com.`);
  const url = new URL(text);
  if (url.pathname !== '/' || url.search || url.hash) return wrong(`ORBITA_URL is “${text}”: leave out everything after the host and port.`);
  return url;
}

function readSafelist(text: string | undefined, wrong: Wrong): boolean {
  if (text !== undefined && text !== 'on' && text !== 'off') wrong(`ORBITA_SAFELIST is “${text}”: write on or off.`);
  return text !== 'off';
}

const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);
