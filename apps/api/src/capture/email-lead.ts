import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { type InboundEmail, leadFromEmail, type LeadInput } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { convert } from 'html-to-text';
import PostalMime from 'postal-mime';
import { readable } from '#text';

export interface ReceivedLead {
  readonly lead: LeadInput;
  readonly subject: string | null;
  /** Of the company's own fields, where the door asks for some. */
  readonly custom?: readonly CustomValueInput[];
  /** What its sender's program calls it. */
  readonly reference: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The lead that an e-mail is: as it was sent (RFC 822), or in the JSON of Postmark, CloudMailin or of this door. */
export async function leadOfEmail(body: Buffer | Json, now: Date): Promise<ReceivedLead | Refusal> {
  const raw = Buffer.isBuffer(body) ? body : typeof body['raw'] === 'string' ? Buffer.from(body['raw']) : undefined;
  const email = raw ? await readMime(raw, now) : readJson(body as Json, now);
  if (isRefused(email)) return email;
  const kept = (text: string | null | undefined): string | null => (typeof text === 'string' ? readable(text) : null);
  const subject = kept(email.subject);
  const lead = leadFromEmail({ ...email, from: readable(email.from), replyTo: kept(email.replyTo), subject, text: readable(email.text) });
  return isRefused(lead) ? lead : { lead, subject: subject?.trim() || null, reference: kept(email.messageId) };
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
    ? given.map((one: Json | null) => [one?.['Name'] ?? one?.['name'], one?.['Value'] ?? one?.['value']])
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

// Far more than what a person writes and his program draws around it; what was made to be slow stays within half a second.
const longestPage = 100_000;

/** The words of a page, one line a block. */
const plain = (html: string): string => convert(html.slice(0, longestPage), {
  wordwrap: false,
  limits: { maxDepth: 60, maxChildNodes: 20_000, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}).trim();
