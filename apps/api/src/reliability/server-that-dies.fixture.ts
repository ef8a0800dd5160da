import { type Person, serverProcess, signIn } from '#testing';

type ServerProcess = Awaited<ReturnType<typeof serverProcess>>;

const email = 'admin@example.com';
const password = 'correct horse battery';

/** The built server as a process of its own, killed and started as often as a test wants. */
export interface MortalServer {
  readonly url: () => string;
  readonly signIn: () => Promise<Person>;
  /** No farewell: what was not written is lost. */
  kill(): Promise<void>;
  /** Answers how many milliseconds it took until it was ready. */
  start(): Promise<number>;
  readonly process: () => ServerProcess;
}

export async function startMortal(variables: Record<string, string>): Promise<MortalServer> {
  let running = await spawned(variables);
  return {
    url: () => running.url,
    signIn: () => signIn(running.url, { email, password }),
    process: () => running,
    kill: async () => {
      running.signal('SIGKILL');
      await running.exited;
    },
    start: async () => {
      const began = performance.now();
      running = await spawned(variables);
      return performance.now() - began;
    },
  };
}

async function spawned(variables: Record<string, string>): Promise<ServerProcess> {
  const server = await serverProcess({ ORBITA_ADMIN_EMAIL: email, ORBITA_ADMIN_PASSWORD: password, ...variables });
  if (server.url === '') throw new Error(`The server did not start:\n${server.output()}`);
  return server;
}
