import { setTimeout as wait } from 'node:timers/promises';

/** One write that was sent until it was acknowledged. */
export interface Acknowledged {
  readonly kind: 'customer' | 'activity' | 'order';
  /** The idempotency key, which is also the name, subject or number of what was written. */
  readonly key: string;
  readonly id: string;
  /** How often it was sent; more than once when an answer was lost. */
  readonly sent: number;
}

export interface Load {
  readonly acknowledged: Acknowledged[];
  /** Keys of everything that was ever sent. */
  readonly sent: Set<string>;
  /** What was neither an acknowledgement nor a lost connection. */
  readonly wrong: string[];
  stop(): Promise<void>;
}

interface Target { readonly url: () => string; readonly cookie: string; readonly customers: readonly string[]; readonly name: string }

/** People who write at once, each sending every write with its key again and again until it is acknowledged. */
export function startLoad(target: Target, people: number): Load {
  const load = { acknowledged: [] as Acknowledged[], sent: new Set<string>(), wrong: [] as string[] };
  let over = false;
  const person = async (who: number) => {
    for (let turn = 0; !over; turn += 1) {
      const key = `${target.name}-${who}-${turn}`;
      const kind = (['customer', 'activity', 'order'] as const)[turn % 3]!;
      const customer = target.customers[(who + turn) % target.customers.length]!;
      load.sent.add(key);
      for (let sent = 1; ; sent += 1) {
        const id = await send(target, kind, key, customer).catch(() => undefined);
        if (id?.startsWith('!')) load.wrong.push(`${key}: ${id}`);
        if (id !== undefined) {
          load.acknowledged.push({ kind, key, id, sent });
          break;
        }
        await wait(50);
      }
    }
  };
  const all = Promise.all(Array.from({ length: people }, (_, who) => person(who)));
  return { ...load, stop: async () => { over = true; await all; } };
}

const documents = {
  customer: 'mutation ($input: CreateCustomerInput!, $key: String) { done: createCustomer(input: $input, idempotencyKey: $key) { thing: customer { id } refusal { code } } }',
  activity: 'mutation ($input: LogActivityInput!, $key: String) { done: logActivity(input: $input, idempotencyKey: $key) { thing: activity { id } refusal { code } } }',
  order: 'mutation ($input: PlaceOrderInput!, $key: String) { done: placeOrder(input: $input, idempotencyKey: $key) { thing: order { id } refusal { code } } }',
};

export function writing(kind: Acknowledged['kind'], key: string, customerId: string): { query: string; variables: object } {
  const input = kind === 'customer' ? { kind: 'ORGANISATION', name: key, contactPoints: [{ kind: 'EMAIL', value: `${key}@example.com` }] }
    : kind === 'activity' ? { customerId, kind: 'NOTE', subject: key, body: key }
      : { customerId, number: key, lines: [{ description: 'Work', quantity: '2', unitPrice: '10.50' }] };
  return { query: documents[kind], variables: { input, key } };
}

interface Answer { data?: { done: { thing: { id: string } | null; refusal: { code: string } | null } }; errors?: unknown[] }

/** The id of what was written, nothing when there was no answer, “!” and what was said when it was another. */
async function send({ url, cookie }: Target, kind: Acknowledged['kind'], key: string, customer: string): Promise<string | undefined> {
  const at = url();
  const response = await fetch(`${at}/graphql`, {
    method: 'POST', body: JSON.stringify(writing(kind, key, customer)), signal: AbortSignal.timeout(10_000),
    headers: { 'content-type': 'application/json', origin: at, cookie },
  });
  // A server that starts or stops asks to come again.
  if (response.status === 503) return undefined;
  const { data, errors } = (await response.json()) as Answer;
  return data?.done.thing?.id ?? `!${response.status} ${data?.done.refusal?.code ?? JSON.stringify(errors)}`;
}
