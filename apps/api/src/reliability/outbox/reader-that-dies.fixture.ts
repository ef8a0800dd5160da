import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One event as the process told it on its way out: `customer no`. */
export interface Told { readonly customerId: string; readonly no: number }

/** The product's readers in a process of their own, killed without farewell and started again as often as a test wants. */
export async function startMortalReader(url: string, onTold: (told: Told) => void) {
  const child = spawn(process.execPath, ['--conditions=source', join(import.meta.dirname, 'reader-process.fixture.ts')], {
    env: { ...process.env, DATABASE_URL: url }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => { errors += String(chunk); });
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') return resolve();
      const [customerId = '', no] = line.split(' ');
      if (no) onTold({ customerId, no: Number(no) });
    });
    void exited.then(() => reject(new Error(`The reader did not start:\n${errors}`)));
  });
  await ready;
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
