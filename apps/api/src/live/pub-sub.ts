/** Topics and who listens to them in this process. What is published while nobody listens is gone. */
export interface LivePubSub {
  publish(topic: string, payload?: unknown): void;
  subscribe(topic: string, id?: unknown): AsyncIterableIterator<unknown>;
  readonly listeners: number;
}

const waitingAtMost = 1000;

/** Messages say that something changed, and who hears one reads what is: of whoever falls a thousand behind the oldest go. */
export function createLivePubSub(): LivePubSub {
  const topics = new Map<string, Set<Reader>>();
  const leave = (topic: string, reader: Reader) => {
    const readers = topics.get(topic);
    if (readers?.delete(reader) && readers.size === 0) topics.delete(topic);
  };
  return {
    publish: (topic, payload) => {
      for (const reader of topics.get(topic) ?? []) reader.put(payload);
    },
    subscribe: (topic, id) => {
      const full = id === undefined ? topic : `${topic}:${String(id)}`;
      const reader = new Reader(() => leave(full, reader));
      topics.set(full, (topics.get(full) ?? new Set()).add(reader));
      return reader;
    },
    get listeners() { return topics.size; },
  };
}

class Reader implements AsyncIterableIterator<unknown> {
  readonly #leave: () => void;
  #waiting: unknown[] = [];
  #asking: ((result: IteratorResult<unknown>) => void)[] = [];
  #over = false;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  put(payload: unknown): void {
    if (this.#over) return;
    const ask = this.#asking.shift();
    if (ask) return ask({ value: payload, done: false });
    if (this.#waiting.length >= waitingAtMost) this.#waiting.shift();
    this.#waiting.push(payload);
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#waiting.length > 0) return Promise.resolve({ value: this.#waiting.shift(), done: false });
    if (this.#over) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#asking.push(resolve));
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#over = true;
    this.#waiting = [];
    this.#leave();
    for (const ask of this.#asking.splice(0)) ask({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
