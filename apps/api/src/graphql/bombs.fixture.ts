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
