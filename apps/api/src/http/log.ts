import { pino, stdTimeFunctions } from 'pino';

/** What happened here, for the operator. Never a name, an address, a cookie or a value of a customer. */
export interface Log {
  info(what: string, facts?: Facts): void;
  warn(what: string, facts?: Facts): void;
  error(what: string, facts?: Facts): void;
}

type Facts = Readonly<Record<string, unknown>>;

/** One JSON object a line in production, for machines; one readable line otherwise. */
export function openLog(production: boolean): Log {
  if (!production) return readable;
  const logger = pino({ base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } });
  const write = (level: 'info' | 'warn' | 'error') => (what: string, facts: Facts = {}) => logger[level](plain(facts), what);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const line = (sign: string) => (what: string, facts: Facts = {}) => {
  const told = Object.entries(plain(facts)).map(([name, value]) => `${name}=${String(value)}`).join(' ');
  process.stdout.write(`${sign} ${what}${told ? `  ${told}` : ''}\n`);
};
const readable: Log = { info: line('·'), warn: line('!'), error: line('✗') };

/** An error is told by its kind, its code and where it rose. Its text stays out: a driver's quotes the values it was given. */
function plain(facts: Facts): Record<string, unknown> {
  const { error, ...rest } = facts;
  if (!(error instanceof Error)) return error === undefined ? rest : { ...rest, error: typeof error };
  const { code } = error as { code?: unknown };
  const where = error.stack?.split('\n').filter((text) => text.trimStart().startsWith('at ')).slice(0, 8).join('\n');
  return { ...rest, error: error.name, ...(code === undefined ? {} : { code }), where };
}
