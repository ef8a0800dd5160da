import { leadFromMessage } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { ReceivedLead } from './email-lead.ts';

const messengers = new Set(['whatsapp', 'telegram', 'signal', 'messenger', 'sms']);
const channels = ['SOCIAL', 'MESSAGING', 'CHAT'] as const;

/**
 * The lead that a message of a network is. The body: `network` (`instagram`, `whatsapp`…), `handle` and `text`; and if
 * known `name`, `email`, `phone`, `messageId`, `channel` (SOCIAL, MESSAGING or CHAT; what the network is when not given).
 */
export function leadOfMessage(body: Readonly<Record<string, unknown>>, now: Date): ReceivedLead | Refusal {
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '');
  const missing = ['network', 'handle', 'text'].find((name) => text(name) === '');
  if (missing) return refuse('REQUIRED', { field: missing });
  const network = text('network').toLowerCase();
  if (!/^[a-z][a-z0-9_-]{1,30}$/.test(network)) return refuse('INVALID_FORMAT', { field: 'network', details: { value: network, example: 'instagram' } });
  const asked = text('channel');
  const channel = channels.find((one) => one === asked) ?? (asked === '' ? (messengers.has(network) ? 'MESSAGING' : 'SOCIAL') : undefined);
  if (!channel) return refuse('INVALID', { field: 'channel', details: { value: asked } });
  const handle = text('handle');
  const lead = leadFromMessage({ network, channel, handle, name: text('name') || null, text: text('text'), receivedAt: now.getTime() });
  if (isRefused(lead)) return lead;
  // His name in the network is how his next message finds him.
  const externalIds = [{ system: network, id: handle.replace(/^@/, '').toLowerCase() }];
  const who = { ...lead.who, externalIds, ...(text('email') ? { email: text('email') } : {}), ...(text('phone') ? { phone: text('phone') } : {}) };
  return { lead: { ...lead, who }, subject: null, reference: text('messageId') ? `${network}:${text('messageId')}` : null };
}
