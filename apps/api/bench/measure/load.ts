import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Ask { readonly path: (id: string) => string; readonly body?: (id: string) => string; readonly headers: Record<string, string>; readonly port: number }

export interface Measured { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly cpuMilliseconds: number; readonly bytes: number }

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks one server for some seconds, several at once, and says how fast it was and what its process spent. */
export async function load(ask: Ask, ids: readonly string[], { seconds, atOnce, pid }: { seconds: number; atOnce: number; pid: number }): Promise<Measured> {
  const taken: number[] = [];
  let bytes = 0;
  const before = cpuOf(pid);
  const began = performance.now();
  const until = began + seconds * 1000;
  let next = Math.floor(Math.random() * ids.length);
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() < until) {
      next = (next + 1) % ids.length;
      const from = performance.now();
      const answer = await once(ask, ids[next]!);
      bytes += answer.length;
      taken.push(performance.now() - from);
    }
  }));
  const elapsed = performance.now() - began;
  // While the other is asked, the server closes what is idle.
  agent.destroy();
  const sorted = taken.toSorted((a, b) => a - b);
  return {
    perSecond: (1000 * taken.length) / elapsed, p50: sorted[Math.floor(sorted.length / 2)]!, p95: sorted[Math.floor(sorted.length * 0.95)]!,
    cpuMilliseconds: (cpuOf(pid) - before) / taken.length, bytes: bytes / taken.length,
  };
}

export function once({ path, body, headers, port }: Ask, id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const text = body?.(id);
    const asking = request({ port, host: '127.0.0.1', path: path(id), method: text ? 'POST' : 'GET', agent, headers: { ...headers, ...(text ? { 'content-length': Buffer.byteLength(text) } : {}) } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString();
        if (response.statusCode === 200 && !answer.startsWith('{"errors"')) resolve(answer);
        else reject(new Error(`${response.statusCode} ${answer.slice(0, 500)}`));
      });
    });
    asking.on('error', reject);
    asking.end(text);
  });
}

/** Processor milliseconds that a process has used, of all its threads; not known outside Linux. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}
