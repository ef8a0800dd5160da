import 'reflect-metadata';
import { join } from 'node:path';
import { readEnvironment, type ServerRole } from '#environment';
import { SingleBar } from 'cli-progress';
import { openLog } from '#http';
import { type FillDemo, type RunningOrbita, startServer } from '#server';

const root = join(import.meta.dirname, '../../..');
const roles: readonly ServerRole[] = ['web', 'worker', 'all'];
const asked = /--role[= ](\S+)/.exec(process.argv.slice(2).join(' '))?.[1] ?? 'all';
const role = roles.find((known) => known === asked);
const environment = role ? readEnvironment(process.env, root, role) : { errors: [`--role is “${asked}”: write web, worker or all.`] };

if ('errors' in environment) {
  process.stderr.write(`Orbita cannot start:\n${environment.errors.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}

const log = openLog(environment.production);
const began = performance.now();
let stopping = false;
let starting: Promise<RunningOrbita> | undefined;

// Loaded only by the one start that needs it.
const fillDemo: FillDemo = async (database, options) => (await import('@orbita/database/demo')).fillDemo(database, options);

const stop = async () => {
  if (stopping) process.exit(1);
  stopping = true;
  log.info('Stopping: finishing what runs. Again to stop at once.');
  const running = await starting?.catch(() => undefined);
  await running?.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

try {
  const bar = new SingleBar({ format: '  Making the demo company {bar} {value}/{total} customers', hideCursor: true, noTTYOutput: true, notTTYSchedule: 2000 });
  const onProgress = (done: number, of: number) => {
    if (!bar.isActive) bar.start(of, done);
    bar.update(done);
    if (done >= of) bar.stop();
  };
  starting = startServer({ environment, log, root, fillDemo, onProgress });
  const { publicUrl: url, signIn } = await starting;
  log.info(`Orbita is ready in ${((performance.now() - began) / 1000).toFixed(1)} s: ${url.origin}`);
  if (environment.demo.on && signIn) log.info('The people of the example company (ana@almendra.example and others) sign in with the same password.');
  if (signIn?.password) log.info(`Sign in as ${signIn.email} with ${signIn.password} (kept in ${signIn.keptIn})`);
  else if (signIn) log.info(`Sign in as ${signIn.email}${signIn.keptIn ? ` (first password: ${signIn.keptIn})` : ''}`);
  else log.warn('Nobody can sign in yet: set ORBITA_ADMIN_EMAIL and ORBITA_ADMIN_PASSWORD and start again, or run `orbita user create`.');
} catch (error) {
  process.stderr.write(`Orbita cannot start:\n  ${(error as Error).message}\n`);
  process.exit(1);
}
