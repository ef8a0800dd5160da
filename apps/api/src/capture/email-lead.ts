import { type InboundEmail, leadFromEmail, type LeadInput } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import PostalMime from 'postal-mime';

export interface ReceivedLead {
  readonly lead: LeadInput;
  readonly subject: string | null;
  /** What its sender's program calls it. */
  readonly reference: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The lead that an e-mail is: as it was sent (RFC 822), or in the JSON of Postmark, CloudMailin or of this door. */
export async function leadOfEmail(body: Buffer | Json, now: Date): Promise<ReceivedLead | Refusal> {
  const raw = Buffer.isBuffer(body) ? body : typeof body['raw'] === 'string' ? Buffer.from(body['raw']) : undefined;
  const email = raw ? await readMime(raw, now) : readJson(body as Json, now);
  if (isRefused(email)) return email;
  const lead = leadFromEmail(email);
  return isRefused(lead) ? lead : { lead, subject: email.subject?.trim() || null, reference: email.messageId };
}

type Read = InboundEmail & { readonly messageId: string | null };

async function readMime(raw: Buffer, now: Date): Promise<Read | Refusal> {
  const email = await PostalMime.parse(raw).catch(() => undefined);
  if (!email?.from?.address) return refuse('REQUIRED', { field: 'from' });
  const header = (key: string) => email.headers.find((one) => one.key === key)?.value ?? null;
  const replyTo = email.replyTo?.[0]?.address ? named(email.replyTo[0]) : null;
  return {
    from: named(email.from), replyTo, subject: email.subject ?? null, text: email.text?.trim() || plain(email.html ?? ''),
    autoSubmitted: automatic(header('auto-submitted'), header('precedence'), email.from.address), receivedAt: now.getTime(), messageId: email.messageId ?? null,
  };
}

function readJson(body: Json, now: Date): Read | Refusal {
  const headers = headersOf(body);
  const text = (...names: string[]) => names.map((name) => body[name]).find((value) => typeof value === 'string' && value.trim() !== '') as string | undefined;
  const from = text('from', 'From') ?? headers.get('from');
  if (!from) return refuse('REQUIRED', { field: 'from' });
  return {
    from, replyTo: text('replyTo', 'ReplyTo', 'reply_to') ?? headers.get('reply-to') ?? null, subject: text('subject', 'Subject') ?? headers.get('subject') ?? null,
    text: text('text', 'TextBody', 'plain') ?? plain(text('html', 'HtmlBody') ?? ''),
    autoSubmitted: automatic(headers.get('auto-submitted') ?? null, headers.get('precedence') ?? null, from), receivedAt: now.getTime(),
    messageId: text('messageId', 'MessageID', 'message_id') ?? headers.get('message-id') ?? null,
  };
}

/** Headers as a list of names and values (Postmark) or as an object (CloudMailin), by their names in small letters. */
function headersOf(body: Json): Map<string, string> {
  const given = body['headers'] ?? body['Headers'];
  const pairs: unknown[][] = Array.isArray(given)
    ? given.map((one: Json) => [one['Name'] ?? one['name'], one['Value'] ?? one['value']])
    : Object.entries((given ?? {}) as Json);
  return new Map(pairs.flatMap(([name, value]) =>
    (typeof name === 'string' && typeof value === 'string' ? [[name.toLowerCase().replaceAll('_', '-'), value] as const] : [])));
}

/** What machines send says so in one of several ways. */
function automatic(autoSubmitted: string | null, precedence: string | null, from: string): string | null {
  if (autoSubmitted) return autoSubmitted;
  if (/^(?:bulk|junk|auto_reply)$/i.test(precedence?.trim() ?? '')) return 'auto-generated';
  return /(?:^|<)\s*(?:mailer-daemon|postmaster)@/i.test(from) ? 'auto-replied' : null;
}

const named = ({ name, address }: { name?: string; address?: string }): string => (name ? `${name} <${address}>` : (address ?? ''));

/** The words of a page, one line a block. */
const plain = (html: string): string => html.replaceAll(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/gi, '').replaceAll(/<br\s*\/?>|<\/(?:p|div|tr|li|h\d)>/gi, '\n')
  .replaceAll(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
