import { randomUUID } from 'node:crypto';
import { rowsOf, type Em } from '@orbita/database/connection';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';

let server: TestServer;
let admin: Person;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
});
afterAll(() => server.close());

const openDoor = async (kind: string, settings = {}, lineId?: string): Promise<string> => {
  const { body } = await admin.ask('mutation($input: CreateCaptureDoorInput!) { createCaptureDoor(input: $input) { captureDoor { token } refusal { field } } }', {
    body: { variables: { input: { kind, name: 'Web', settings, campaign: 'Otoño', lineId } } },
  });
  return (body.data!['createCaptureDoor'] as { captureDoor: { token: string } }).captureDoor.token;
};
interface Row { email: string; message: string; channel: string; state: string | null }
const leadsOf = (email: string): Promise<Row[]> => rowsOf(server.database.em.fork() as Em, sql<Row>`
  select i.value as email, l.message, l.channel, (select max(s.state) from consent s where s.customer_id = l.customer_id and s.purpose = 'MARKETING') as state
  from customer_identity i join lead l using (customer_id) where i.value = ${email} order by l.captured_at`);
const wait = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

const send = async (token: string, more: Record<string, string>, { read = 2600, address = '10.0.0.1' } = {}) => {
  const page = await (await fetch(`${server.url}/forms/${token}`)).text();
  const stamp = /name="stamp" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await wait(read);
  return fetch(`${server.url}/forms/${token}`, {
    method: 'POST', body: new URLSearchParams({ stamp, name: 'Ana', email: 'ana@form.example', message: 'Precio', ...more }),
    headers: { 'accept-language': 'es', 'x-forwarded-for': address },
  });
};

test('a form may stand in pages of others, speaks the reader\'s language and makes a lead with the consent that was given', async () => {
  const token = await openDoor('FORM', { marketingConsent: 'Quiero <ofertas>' });
  const spanish = await fetch(`${server.url}/forms/${token}`, { headers: { 'accept-language': 'es-ES,es;q=0.9,en;q=0.5' } });
  expect(spanish.headers.get('x-frame-options')).toBeNull();
  expect(spanish.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect((await fetch(`${server.url}/readyz`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const html = await spanish.text();
  expect(html).toContain('¿En qué podemos ayudarte?');
  expect(html).toContain('Quiero &#60;ofertas&#62;');
  expect((await fetch(`${server.url}/forms/${token}/embed.js`)).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const done = await send(token, { marketing: 'yes' });
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Gracias')]);
  expect(await leadsOf('ana@form.example')).toEqual([{ email: 'ana@form.example', message: 'Precio', channel: 'WEB_FORM', state: 'GRANTED' }]);
});

test("a form asks for the company's own fields, keeps what was answered, and says in which one it cannot be read", async () => {
  const field = async (input: object) => {
    const { body } = await admin.ask('mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { name } refusal { code field } } }', { body: { variables: { input: { entity: 'LEAD', ...input } } } });
    expect(body.data!['createCustomField']).toMatchObject({ refusal: null });
  };
  const label = (en: string, es: string) => ({ en, es });
  await field({ name: 'tables', type: 'NUMBER', label: label('Tables', 'Mesas <dentro>') });
  await field({ name: 'opens', type: 'DATE', label: label('Opens on', 'Abre el') });
  await field({ name: 'terrace', type: 'BOOLEAN', label: label('With a terrace', 'Con terraza') });
  await field({ name: 'kind', type: 'CHOICE', label: label('Kind', 'Tipo'), options: [{ value: 'bar', label: label('Bar', 'Bar') }, { value: 'hotel', label: label('Hotel', 'Hotel') }] });
  await field({ name: 'wants', type: 'CHOICES', label: label('Wants', 'Quiere'), options: [{ value: 'coffee', label: label('Coffee', 'Café') }, { value: 'tea', label: label('Tea', 'Té') }] });
  await field({ name: 'whose', type: 'USER', label: label('Whose', 'De quién') });
  const own = ['wants', 'tables', 'opens', 'terrace', 'kind'];
  const refused = await admin.ask('mutation($input: CreateCaptureDoorInput!) { createCaptureDoor(input: $input) { refusal { code field } } }', { body: { variables: { input: { kind: 'FORM', name: 'Web', settings: { own: ['whose'] } } } } });
  expect(refused.body.data!['createCaptureDoor']).toEqual({ refusal: { code: 'NOT_FOUND', field: 'settings.own' } });
  const token = await openDoor('FORM', { own });
  const html = await (await fetch(`${server.url}/forms/${token}`, { headers: { 'accept-language': 'es' } })).text();
  expect([...html.matchAll(/name="custom\.(\w+)"/g)].map(([, name]) => name)).toEqual(['wants', 'wants', 'tables', 'opens', 'terrace', 'kind']);
  expect(html).toContain('Mesas &#60;dentro&#62;');
  const answers = { 'custom.opens': '2027-03-01', 'custom.terrace': 'yes', 'custom.kind': 'hotel', 'custom.wants': 'tea', 'custom.whose': 'x', 'custom.nothing': 'x' };
  const wrong = await send(token, { ...answers, email: 'own@form.example', 'custom.tables': 'many' }, { address: '10.0.0.7' });
  const said = await wrong.text();
  expect([wrong.status, said]).toEqual([422, expect.stringContaining('no se puede leer')]);
  expect(/name="custom\.tables" aria-invalid="true"[^>]*value="many"/.test(said) && /value="hotel" selected/.test(said) && /value="tea" checked/.test(said)).toBe(true);
  expect((await send(token, { ...answers, email: 'own@form.example', 'custom.tables': '40' }, { address: '10.0.0.7' })).status).toBe(200);
  const [lead] = await rowsOf(server.database.em.fork() as Em, sql<{ custom: unknown }>`
    select l.custom from lead l join customer_identity i using (customer_id) where i.value = 'own@form.example'`);
  expect(lead).toEqual({ custom: { opens: '2027-03-01', terrace: true, kind: 'hotel', wants: ['tea'], tables: 40 } });
});

test('machines are kept out: who fills what nobody sees learns nothing, who is too quick or writes from one address all day is told', async () => {
  const token = await openDoor('FORM');
  const trapped = await send(token, { website: 'x', email: 'trap@form.example' }, { read: 0, address: '10.0.0.2' });
  expect(await trapped.text()).toContain('Gracias');
  expect(await leadsOf('trap@form.example')).toEqual([]);
  const quick = await send(token, { email: 'quick@form.example' }, { read: 0, address: '10.0.0.2' });
  expect([quick.status, await quick.text()]).toEqual([422, expect.stringContaining('quick@form.example')]);
  const forged = await send(token, { stamp: '1.x' }, { read: 0, address: '10.0.0.2' });
  expect(forged.status).toBe(422);
  const bad = await send(token, { email: 'not an address' }, { address: '10.0.0.2' });
  expect(await bad.text()).toContain('Escribe un correo');
  const statuses = await Promise.all(Array.from({ length: 12 }, () => send(token, {}, { read: 0, address: '10.0.0.3' }).then(({ status }) => status)));
  expect(statuses).toContain(429);
  expect((await fetch(`${server.url}/forms/nothing`, { method: 'POST' })).status).toBe(404);
});

test('an e-mail becomes a lead once, raw or as parsers send it; what machines write is taken and left', async () => {
  const token = await openDoor('EMAIL');
  const post = (body: string, type: string) => fetch(`${server.url}/capture/email/${token}`, { method: 'POST', body, headers: { 'content-type': type } });
  const raw = ['From: =?utf-8?q?Jos=C3=A9?= <jose@mail.example>', 'Subject: Re: Precio', 'Message-ID: <m1@mail>', 'Content-Type: text/plain; charset=utf-8', '', 'Hola', ''].join('\r\n');
  const first = await post(raw, 'message/rfc822');
  const again = await post(raw, 'message/rfc822');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  const postmark = { From: 'José <jose@mail.example>', Subject: 'Otra', TextBody: 'Y vino', MessageID: 'p1', Headers: [{ Name: 'X', Value: 'y' }] };
  expect((await post(JSON.stringify(postmark), 'application/json')).status).toBe(201);
  expect((await leadsOf('jose@mail.example')).map(({ message }) => message)).toEqual(['Precio\n\nHola']);
  const auto = await post(JSON.stringify({ ...postmark, MessageID: 'p2', Headers: [{ Name: 'Auto-Submitted', Value: 'auto-replied' }] }), 'application/json');
  expect([auto.status, await auto.json()]).toEqual([200, { ignored: 'AUTOMATIC' }]);
  const long = JSON.stringify({ ...postmark, MessageID: Array.from({ length: 200 }, () => randomUUID()).join('') });
  const [once, twice] = [await post(long, 'application/json'), await post(long, 'application/json')];
  expect([once.status, await once.json()]).toEqual([201, await twice.json()]);
  const stranger = await post(raw.replaceAll('jose@', 'otro@'), 'message/rfc822');
  expect((await leadsOf('otro@mail.example')).map(({ message }) => message)).toEqual(['Precio\n\nHola']);
  expect(stranger.status).toBe(201);
  expect((await post('{}', 'application/json')).status).toBe(422);
  expect((await post('x', 'text/css')).status).toBe(415);
  expect((await post('x'.repeat(11_000_000), 'message/rfc822')).status).toBe(413);
});

test('what somebody with an open lead writes goes on with it, through every door, once; when it has ended, he asks anew', async () => {
  const [email, social] = [await openDoor('EMAIL'), await openDoor('SOCIAL')];
  const post = async (path: string, body: object) => (await fetch(`${server.url}/capture/${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' },
  })).json() as Promise<{ leadId: string; activityId: string | null }>;
  const write = (messageId: string, text: string) => post(`email/${email}`, { from: 'Eva <eva@mail.example>', subject: 'Re: Feria', text, messageId });
  const first = await write('e1', 'Hola');
  expect(first).toEqual({ leadId: expect.any(String), activityId: null });
  const further = await write('e2', '¿Y el precio?');
  expect(further).toEqual({ leadId: first.leadId, activityId: expect.any(String) });
  expect([await write('e2', '¿Y el precio?'), await write('e1', 'Hola')]).toEqual([further, first]);
  const chat = await post(`social/${social}`, { network: 'whatsapp', handle: '+34 600 777 888', email: 'eva@mail.example', text: 'Prefiero por aquí', messageId: 'w1' });
  expect(chat).toEqual({ leadId: first.leadId, activityId: expect.any(String) });
  const read = async () => (await admin.ask(`query($id: ID!) { lead(id: $id) { status version conversation { edges { node { kind direction subject body author { name } } } }
    customer { contactPoints { value } } } }`, { body: { variables: { id: first.leadId } } })).body.data!['lead'] as {
      status: string; version: number; conversation: { edges: { node: object }[] }; customer: { contactPoints: { value: string }[] };
    };
  const lead = await read();
  expect(lead.conversation.edges.map(({ node }) => node)).toEqual([
    { kind: 'MESSAGE', direction: 'INBOUND', subject: 'Prefiero por aquí', body: 'Prefiero por aquí', author: null },
    { kind: 'EMAIL', direction: 'INBOUND', subject: 'Re: Feria', body: 'Feria\n\n¿Y el precio?', author: null },
  ]);
  expect(lead.customer.contactPoints.map(({ value }) => value)).toContain('+34 600 777 888');
  const act = async (name: string, input: object) => (await admin.ask(`mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { refusal { code } } }`, { body: { variables: { input } } })).body.data![name];
  const until = new Date(Date.now() + 864e5 * 9).toISOString();
  expect(await act('recycleLead', { id: first.leadId, expectedVersion: lead.version, until })).toEqual({ refusal: null });
  await Promise.all(['e3', 'e4', 'e3', 'e4'].map((id) => write(id, `Sigo aquí ${id}`)));
  const woken = await read();
  expect([woken.status, woken.conversation.edges.length]).toEqual(['WORKED', 4]);
  expect(await act('disqualifyLead', { id: first.leadId, expectedVersion: woken.version, reason: 'NO_BUDGET' })).toEqual({ refusal: null });
  const anew = await write('e5', 'Ahora sí');
  expect([anew.activityId, anew.leadId === first.leadId]).toEqual([null, false]);
  expect(await write('e2', '¿Y el precio?')).toEqual(further);
  // Whoever calls his message as another called hers has written one of his own.
  const other = await post(`email/${email}`, { from: 'otro@mail2.example', text: 'Nada que ver', messageId: 'e2' });
  expect([other.activityId, other.leadId === further.leadId]).toEqual([null, false]);
  expect(await leadsOf('otro@mail2.example')).toMatchObject([{ message: 'Nada que ver' }]);
});

test('of one stranger many messages at once are one lead and its conversation', async () => {
  const token = await openDoor('EMAIL');
  const all = await Promise.all(Array.from({ length: 8 }, async (_, at) => (await fetch(`${server.url}/capture/email/${token}`, {
    method: 'POST', body: JSON.stringify({ from: 'many@mail.example', text: `Hola ${at}`, messageId: `many-${at}` }), headers: { 'content-type': 'application/json' },
  })).json() as Promise<{ leadId: string; activityId: string | null }>));
  expect([new Set(all.map(({ leadId }) => leadId)).size, all.filter(({ activityId }) => activityId !== null).length]).toEqual([1, 7]);
});

test('two messages of one name in a network are one customer', async () => {
  const token = await openDoor('SOCIAL');
  const post = (body: object) => fetch(`${server.url}/capture/social/${token}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  expect((await post({ network: 'instagram', handle: '@Pol', text: 'Hola', messageId: '1' })).status).toBe(201);
  expect((await post({ network: 'instagram', handle: 'pol', text: '¿Precio?', messageId: '2' })).status).toBe(201);
  const [row] = await rowsOf(server.database.em.fork() as Em, sql<{ leads: number; customers: number }>`
    select count(*)::int as leads, count(distinct customer_id)::int as customers from lead where channel = 'SOCIAL'`);
  expect(row).toEqual({ leads: 1, customers: 1 });
  const refused = await post({ network: 'instagram', handle: '@Pol' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ extensions: { code: 'REQUIRED', field: 'text' } }] }]);
});

test('what is no text is refused where a person or a machine can put it right, and taken out of e-mails', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/forms/%00`)).status).toBe(400);
  expect((await fetch(`${server.url}/capture/email/a%00b`, { method: 'POST', body: '{}', headers: json })).status).toBe(400);
  const form = await send(await openDoor('FORM'), { message: 'a\0b' }, { read: 0, address: '10.0.0.8' });
  expect([form.status, await form.text()]).toEqual([400, expect.stringContaining('no se puede leer')]);
  const social = await fetch(`${server.url}/capture/social/${await openDoor('SOCIAL')}`, { method: 'POST', headers: json, body: JSON.stringify({ network: 'x', handle: 'x', text: 'a\0' }) });
  expect([social.status, await social.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  const email = await openDoor('EMAIL');
  const post = (body: object) => fetch(`${server.url}/capture/email/${email}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const taken = await post({ from: 'N\0ul <nul@mail.example>', subject: '\uD800', text: 'Ho\0la', messageId: 'm\0', headers: [null, 5, { name: 'a\0' }] });
  expect(taken.status).toBe(201);
  // A name that is cut is not cut within a character.
  expect((await post({ from: `${'a'.repeat(99)}😀 <cut@mail.example>`, text: 'Hola' })).status).toBe(201);
  expect(await leadsOf('nul@mail.example')).toMatchObject([{ message: '\uFFFD\n\nHola' }]);
});

test('what is too large is told with the limit that holds there', async () => {
  const [form, social] = [await openDoor('FORM'), await openDoor('SOCIAL')];
  const message = async (path: string, body: string | URLSearchParams, type?: string) => {
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', body, headers: type ? { 'content-type': type } : {} });
    return [answer.status, ((await answer.json()) as { errors: { message: string }[] }).errors[0]!.message];
  };
  expect(await message(`/forms/${form}`, new URLSearchParams({ message: 'x'.repeat(70_000) }))).toEqual([413, 'The request is larger than 64 kB.']);
  expect(await message(`/forms/${form}`, new URLSearchParams(Array.from({ length: 500 }, (_, at) => [`f${at}`, 'x'])))).toEqual([413, 'The request has too many fields.']);
  expect(await message(`/capture/social/${social}`, JSON.stringify({ text: 'x'.repeat(2_200_000) }), 'application/json')).toEqual([413, 'The request is larger than 2 MB.']);
});

test('an e-mail that is meant to stop the server does not', async () => {
  const token = await openDoor('EMAIL');
  const size = 1_900_000;
  const filled = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  const html = ['<', '<style', '<!--', '<a ', '<table><tr><td>', '<div>', '<blockquote>', '<ul><li>', '&lt', '<p>x</p>', '<!DOCTYPE ', 'x '].map(filled);
  const text = ['Saludos\n', '> \n', 'On a ', 'De: ', '\n', ' '].map(filled);
  const bodies = [...html.map((one) => ({ html: one })), ...text.map((one) => ({ text: one })), { subject: filled('re: '), text: 'x' }, { from: `${filled('<')}a@b.example`, text: 'x' }];
  for (const [at, body] of bodies.entries()) {
    const began = performance.now();
    const { status } = await fetch(`${server.url}/capture/email/${token}`, {
      method: 'POST', body: JSON.stringify({ from: `h${at}@mail.example`, ...body }), headers: { 'content-type': 'application/json' },
    });
    const took = performance.now() - began;
    expect([JSON.stringify(body).slice(0, 30), status < 500, took < 5000 || took]).toEqual([JSON.stringify(body).slice(0, 30), true, true]);
  }
});

test('a page is read by its blocks, without what only draws it', async () => {
  const token = await openDoor('EMAIL');
  const html = '<style>p { color: red }</style><script>x</script><p>Hola &amp; adi&oacute;s</p><div>Quiero <b>tres</b> <a href="https://a.example">bombas</a><img src="data:x"></div>';
  await fetch(`${server.url}/capture/email/${token}`, { method: 'POST', body: JSON.stringify({ from: 'page@mail.example', html }), headers: { 'content-type': 'application/json' } });
  const [lead] = await leadsOf('page@mail.example');
  expect(lead!.message.split(/\n+/)).toEqual(['Hola & adiós', 'Quiero tres bombas']);
});

test('what anybody can write overturns nothing that is known: no denial, no key, nothing preferred', async () => {
  const [form, social] = [await openDoor('FORM', { marketingConsent: 'Quiero ofertas' }), await openDoor('SOCIAL')];
  const who = { email: 'known@form.example', name: 'Ana' };
  const make = async (consents: object[]) => (await admin.ask('mutation($input: CaptureLeadInput!) { captureLead(input: $input) { lead { customer { id } } refusal { code } } }', {
    body: { variables: { input: { channel: 'CALL', who: { ...who, externalIds: [{ system: 'instagram', id: 'known' }] }, consents } } },
  })).body.data!['captureLead'] as { lead: { customer: { id: string } } };
  const { lead: { customer: { id } } } = await make([{ channel: 'EMAIL', purpose: 'MARKETING', state: 'DENIED' }]);
  expect((await send(form, { ...who, marketing: 'yes', phone: '600 111 333' }, { address: '10.0.1.1' })).status).toBe(200);
  const post = (body: object) => fetch(`${server.url}/capture/social/${social}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  expect((await post({ network: 'instagram', handle: 'known', text: 'Hola', email: 'stolen@form.example' })).status).toBe(201);
  const kept = async () => (await rowsOf(server.database.em.fork() as Em, sql<object>`
    select f.consent_email as consent, (select array_agg(i.value order by i.value) from customer_identity i where i.customer_id = f.customer_id) as keys,
      (select count(*)::int from lead l where l.customer_id = f.customer_id) as leads, (select array_agg(p.normalised) from contact_point p where p.customer_id = f.customer_id and p.kind = 'MOBILE') as phones,
      (select bool_or(p.preferred) from contact_point p where p.customer_id = f.customer_id) as preferred
    from customer_facts f where f.customer_id = ${id}`))[0];
  expect(await kept()).toEqual({ consent: 'DENIED', keys: ['instagram:known', 'known@form.example'], leads: 2, phones: ['+34600111333'], preferred: false });
  // Nor by another name beside the address: what its holder denied is denied.
  expect((await send(form, { ...who, name: 'Wilfredo Quintanilla', marketing: 'yes' }, { address: '10.0.1.2' })).status).toBe(200);
  const named = await rowsOf(server.database.em.fork() as Em, sql<object>`
    select f.consent_email as consent from customer c join customer_facts f on f.customer_id = c.id where c.name = 'Wilfredo Quintanilla'`);
  expect(named).toEqual([{ consent: null }]);
  await make([{ channel: 'EMAIL', purpose: 'MARKETING', text: 'Lo dijo por teléfono' }]);
  expect(await kept()).toMatchObject({ consent: 'GRANTED', leads: 3 });
});

test('a door is taken away once it is shut: nobody comes in, what came stays', async () => {
  const made = await admin.ask('mutation { createBusinessLine(input: { name: "Bombas" }) { businessLine { id version } refusal { code } } }');
  const line = (made.body.data!['createBusinessLine'] as { businessLine: { id: string; version: number } }).businessLine;
  const dropLine = async () => (await admin.ask('mutation($input: DeleteBusinessLineInput!) { deleteBusinessLine(input: $input) { refusal { code details } } }', { body: { variables: { input: { id: line.id, expectedVersion: line.version } } } })).body.data!['deleteBusinessLine'];
  await openDoor('EMAIL', {}, line.id);
  expect(await dropLine()).toEqual({ refusal: { code: 'CONFLICT', details: { because: 'LINE_IN_USE' } } });
  const token = await openDoor('FORM');
  await send(token, { email: 'gone@form.example' }, { address: '10.0.0.9' });
  const doors = async () => ((await admin.ask('{ captureDoors { id token active leads version } }')).body.data!['captureDoors'] as { id: string; token: string; leads: number; version: number }[]);
  const door = (await doors()).find((one) => one.token === token)!;
  expect(door).toMatchObject({ active: true, leads: 1 });
  const remove = async (expectedVersion: number) => (await admin.ask(
    'mutation($input: DeleteCaptureDoorInput!) { deleteCaptureDoor(input: $input) { id refusal { code field message } } }', { body: { variables: { input: { id: door.id, expectedVersion } } } },
  )).body.data!['deleteCaptureDoor'];
  expect(await remove(door.version)).toMatchObject({ id: null, refusal: { code: 'CONFLICT', message: expect.stringContaining('switch it off first') } });
  const shut = await admin.ask('mutation($input: UpdateCaptureDoorInput!) { updateCaptureDoor(input: $input) { captureDoor { version } refusal { code } } }', { body: { variables: { input: { id: door.id, expectedVersion: door.version, name: 'Web', active: false } } } });
  const { version } = (shut.body.data!['updateCaptureDoor'] as { captureDoor: { version: number } }).captureDoor;
  expect(await remove(door.version)).toMatchObject({ refusal: { code: 'STALE_VERSION', message: expect.stringContaining('Administrator') } });
  expect(await remove(version)).toEqual({ id: door.id, refusal: null });
  expect(await remove(version + 1)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  expect((await doors()).some(({ id }) => id === door.id)).toBe(false);
  expect((await fetch(`${server.url}/forms/${token}`)).status).toBe(404);
  expect(await leadsOf('gone@form.example')).toHaveLength(1);
});
