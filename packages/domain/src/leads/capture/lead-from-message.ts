import type { Instant } from '#calendar';
import { normaliseEmail } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { LeadInput } from './prepare-lead.ts';
import { writtenText } from './written-text.ts';

/** An e-mail as a mail reader parsed it. */
export interface InboundEmail {
  /** With or without a name: `Ana García <ana@empresa.es>`. */
  readonly from: string;
  /** Where he wants the answer, if elsewhere: web forms of others write from an address of theirs. */
  readonly replyTo?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly text: string;
  /** Its header Auto-Submitted; anything but `no` was written by a machine. */
  readonly autoSubmitted?: string | null | undefined;
  readonly receivedAt: Instant;
}

const longestMessage = 20_000;

/** The lead that an e-mail is; refuses what a machine wrote, so that no two machines write to each other for ever. */
export function leadFromEmail(email: InboundEmail): LeadInput | Refusal {
  const auto = email.autoSubmitted?.trim().toLowerCase();
  if (auto && auto !== 'no') return refuse('INVALID', { field: 'autoSubmitted', details: { value: auto } });
  const sender = email.replyTo?.trim() ? email.replyTo : email.from;
  const address = normaliseEmail(sender);
  if (isRefused(address)) return { ...address, field: email.replyTo?.trim() ? 'replyTo' : 'from' };
  const subject = subjectOf(email.subject);
  const message = [subject, writtenText(email.text)].filter((part) => part !== '').join('\n\n');
  return {
    channel: 'EMAIL', message: message.slice(0, longestMessage).toWellFormed(), capturedAt: email.receivedAt,
    who: { email: address, name: nameOf(sender, address) ?? nameOf(email.from, address) },
  };
}

/** A message of a social network, a messenger or a chat. */
export interface InboundMessage {
  /** Which network it was (`instagram`, `whatsapp`). */
  readonly network: string;
  readonly channel: 'SOCIAL' | 'MESSAGING' | 'CHAT';
  /** His name there, or his telephone number. */
  readonly handle: string;
  readonly name?: string | null | undefined;
  readonly text: string;
  readonly receivedAt: Instant;
}

/** The lead that a message is; the messenger's telephone number is one of the customer's as well. */
export function leadFromMessage(message: InboundMessage): LeadInput | Refusal {
  const handle = message.handle.trim();
  if (handle === '') return refuse('REQUIRED', { field: 'handle' });
  const phone = message.channel === 'MESSAGING' && /^\+?\d[\d\s().-]{6,}$/.test(handle) ? handle : null;
  return {
    channel: message.channel, message: message.text.trim().slice(0, longestMessage).toWellFormed(), capturedAt: message.receivedAt,
    who: {
      name: message.name?.trim() || (phone ? null : handle.replace(/^@/, '')), phone,
      handle: { network: message.network, name: handle, kind: message.channel === 'SOCIAL' ? 'SOCIAL' : 'MESSAGING' },
    },
  };
}

/** The subject without what mail programs put before it. */
function subjectOf(subject: string | null | undefined): string {
  return (subject ?? '').replaceAll(/\s+/g, ' ').trim().replace(/^(?:(?:re|rv|fw|fwd|aw|wg|tr|res)(?:\[\d+\])?\s*:\s*)+/i, '');
}

/** What stands before the address; an address written twice is no name. */
function nameOf(sender: string, address: string): string | null {
  const name = /^([^<]*)</.exec(sender)?.[1]?.replaceAll(/["“”]/g, '').replaceAll(/\s+/g, ' ').trim() ?? '';
  return name === '' || name.toLowerCase() === address || name.includes('@') ? null : name.slice(0, 100).toWellFormed();
}
