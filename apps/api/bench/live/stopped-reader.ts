import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { type Server, signIn } from '../servers.ts';

const subscriptions = 50;
const seconds = 60;
const allowed = 64;
const query = `subscription Board($pipelineId: ID!) {
  boardChanged(pipelineId: $pipelineId) { opportunity { ${Array.from({ length: 12 }, (_, at) => `t${at}: title c${at}: customerName h${at}: history { stage enteredAt leftAt }`).join(' ')} } }
}`;

/** One who asks for much and reads nothing of it while it goes on happening: when he was dropped, and what he cost till then. */
export async function stoppedReader({ port, pid }: Server, pipelineId: string, happen: () => Promise<void>): Promise<{ told: string; met: boolean }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers: await signIn(port) });
  await new Promise((resolve) => { socket.once('open', resolve); });
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await new Promise((resolve) => { socket.once('message', resolve); });
  for (let at = 0; at < subscriptions; at += 1) socket.send(JSON.stringify({ id: String(at), type: 'subscribe', payload: { query, variables: { pipelineId } } }));
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  const before = megabytesOf(pid);
  let most = before;
  socket.pause();
  const stopped = performance.now();
  let over = false;
  while (!over && performance.now() - stopped < seconds * 1000) {
    await happen();
    over = await listeners(port) === 0;
    most = Math.max(most, megabytesOf(pid));
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  const after = (performance.now() - stopped) / 1000;
  const met = over && most - before <= allowed;
  socket.terminate();
  return { told: over ? `dropped after ${after.toFixed(1)} s, at most ${Math.round(most - before)} MB more` : `still there after ${seconds} s, ${Math.round(most - before)} MB more`, met };
}

async function listeners(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^orbita_live_sockets (\d+)/m.exec(text)?.[1]);
}

/** Memory that a process holds; not known outside Linux. */
function megabytesOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
