/** What a browser does of itself: it keeps the cookies of one server and sends them. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(path: string, { method = 'POST', body = {} }: { method?: string; body?: unknown } = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.#origin), {
      method, redirect: 'manual',
      headers: { 'content-type': 'application/json', origin: this.#origin, cookie: this.cookie },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  async json<Answer = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer> {
    return await (await this.send(path, { body })).json() as Answer;
  }

  /** An operation of the API, and the status it is answered with. */
  async ask(query: string, variables?: object): Promise<{ status: number; data?: any; errors?: { extensions: { code: string } }[] }> { // oxlint-disable-line typescript/no-explicit-any -- each answer is of its own shape
    const response = await this.send('/graphql', { body: { query, variables } });
    return { status: response.status, ...(await response.json() as object) };
  }
}
