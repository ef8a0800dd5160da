const document = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });
const many = (count: number, each: (place: number) => string): string => Array.from({ length: count }, (_, place) => each(place)).join(' ');

/** Requests that would cost far more to answer than to send. */
export const bombs: Readonly<Record<string, () => string>> = {
  depth: () => document(`{ __schema { types { ${'fields { type { '.repeat(40)} name ${'} } '.repeat(40)} } } }`),
  aliases: () => document(`{ ${many(1000, (place) => `a${place}: me { userId }`)} }`),
  directives: () => document(`{ me { userId ${'@include(if: true) '.repeat(500)} } }`),
  tokens: () => document(`{ ${'me '.repeat(50_000)} }`),
  'repeated fields': () => document(`{ ${'__typename '.repeat(3900)} }`),
  fragments: () => document(`{ ...f0 } ${many(40, (place) => `fragment f${place} on Query { ...f${place + 1} ...f${place + 1} }`)} fragment f40 on Query { __typename }`),
  'fragments in a ring': () => document('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
  lists: () => document('{ __schema { types { fields { args { type { fields { name } } } } } } }'),
  body: () => document(`{ me { userId } } #${'x'.repeat(1_100_000)}`),
  'a body that is no JSON': () => '{"query":',
  batch: () => `[${many(100, () => document('{ me { userId } }') + ',').slice(0, -1)}]`,
};

export interface Received { readonly status: number; readonly milliseconds: number; readonly allowed: number }

/**
 * How a bomb is received. It is allowed 100 ms; where the machine is so busy that a plain question takes long itself,
 * five times that question.
 */
export async function throwBomb(url: string, cookie: string, bomb: () => string): Promise<Received> {
  const plain = await quickest(url, cookie, document('{ me { userId } }'));
  return { ...(await quickest(url, cookie, bomb())), allowed: Math.max(100, 5 * plain.milliseconds) };
}

async function quickest(url: string, cookie: string, body: string): Promise<{ status: number; milliseconds: number }> {
  const times: number[] = [];
  for (;;) {
    const began = performance.now();
    const { status } = await fetch(`${url}/graphql`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body });
    times.push(performance.now() - began);
    if (times.length === 3) return { status, milliseconds: Math.min(...times) };
  }
}
