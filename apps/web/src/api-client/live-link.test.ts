import { ApolloClient, ApolloLink, execute, gql, InMemoryCache } from '@apollo/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { liveLink } from './live-link.ts';

/** Lines that were opened, the oldest first; each is what a browser has, told by hand. */
let lines: Line[];
class Line {
  static readonly [state: string]: number | string;
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = 1;
  sent: string[] = [];
  onopen?: () => void;
  onclose?: ((event: object) => void) | null;
  onmessage?: (event: { readonly data: string }) => void;
  constructor() { lines.push(this); }
  send(text: string) { this.sent.push((JSON.parse(text) as { type: string }).type); }
  close() { this.readyState = 3; }
  async open() {
    this.onopen?.();
    await vi.advanceTimersByTimeAsync(0);
    this.onmessage?.({ data: '{"type":"connection_ack"}' });
    await vi.advanceTimersByTimeAsync(0);
  }
  async drop() {
    this.readyState = 3;
    this.onclose?.({ code: 1006, reason: '' });
    await vi.advanceTimersByTimeAsync(0);
  }
}

const onBack = vi.fn();
let stop: () => void;
beforeEach(async () => {
  lines = [];
  onBack.mockReset();
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Line);
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  const subscription = execute(liveLink(onBack), { query: gql`subscription Told { told }` }, { client }).subscribe({});
  stop = () => subscription.unsubscribe();
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('says when a lost line is back, and nothing of the first', async () => {
  await lines[0]!.open();
  expect(onBack).not.toHaveBeenCalled();
  await lines[0]!.drop();
  await vi.advanceTimersByTimeAsync(1000);
  await lines[1]!.open();
  expect(onBack).toHaveBeenCalledOnce();
});

it('waits never longer than ten seconds, and no more once there is a network or somebody looks', async () => {
  await lines[0]!.open();
  await lines[0]!.drop();
  for (let turn = 1; turn < 12; turn += 1) {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lines).toHaveLength(turn + 1);
    await lines[turn]!.drop();
  }
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(lines).toHaveLength(13);
  await lines[12]!.drop();
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(lines).toHaveLength(14);
});

it('gives up a line that answers no ping', async () => {
  await lines[0]!.open();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(lines[0]!.sent).toContain('ping');
  lines[0]!.onmessage?.({ data: '{"type":"pong"}' });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(lines).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000 + 10_000 + 1000);
  expect(lines).toHaveLength(2);
});
