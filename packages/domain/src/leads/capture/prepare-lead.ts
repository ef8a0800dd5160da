import type { Instant, WorkingHours } from '#calendar';
import { channels, type ConsentState, type Channel } from '#contacts';
import { type CustomerSource, customerSources } from '#customers';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { responseDueAt } from '../first-response.ts';
import { type ConsentPurpose, consentPurposes, type LeadChannel, leadChannels, type LeadConsent, type PreparedLead } from '../lead.ts';
import { answerQualification, nothingKnown } from '../progress/qualification.ts';
import { prepareWho, type Who, type WhoInput } from './who.ts';

export interface LeadConsentInput {
  readonly channel: Channel;
  readonly state?: ConsentState | undefined;
  readonly purpose: ConsentPurpose;
  readonly text?: string | null | undefined;
  /** When the lead was captured unless said. */
  readonly givenAt?: Instant | null | undefined;
}

/** An expression of interest as it came in. */
export interface LeadInput {
  readonly channel: LeadChannel;
  /** Where he had us from; what the channel says unless said. */
  readonly source?: CustomerSource | null | undefined;
  readonly campaignId?: string | null | undefined;
  /** Business line; without one the company's default. */
  readonly lineId?: string | null | undefined;
  readonly message?: string | null | undefined;
  /** A customer known already; without one, who it is. */
  readonly customerId?: string | null | undefined;
  readonly who?: WhoInput | null | undefined;
  /** The customer who recommended us. */
  readonly referrerId?: string | null | undefined;
  /** What he looks for, in his words. */
  readonly need?: string | null | undefined;
  /** What he would spend, in minor units of the company's currency. */
  readonly budget?: number | null | undefined;
  readonly consents?: readonly LeadConsentInput[] | undefined;
  readonly capturedAt: Instant;
}

/** What a lead needs to know of its company. */
export interface LeadCompany {
  readonly country: string;
  readonly defaultLineId: string;
  readonly workingHours: WorkingHours;
  /** Working hours within which a lead gets its first answer. */
  readonly firstResponseHours: number;
}

const longestMessage = 20_000;
const longestConsent = 2000;
const mostConsents = 10;

/** Brings a lead into the form in which it is stored, with its first-response clock; refuses what is wrong by its path (`who.phone`). */
export function prepareLead(input: LeadInput, company: LeadCompany): PreparedLead | Refusal {
  const wrong = wrongHead(input);
  if (wrong) return wrong;
  const source = input.source ?? (input.referrerId ? 'REFERRAL' : sourceOf(input.channel));
  const who = whoOf(input, source, company.country);
  if (isRefused(who)) return who;
  const consents = prepareConsents(input);
  if (isRefused(consents)) return consents;
  const qualification = answerQualification(nothingKnown, { need: { note: input.need }, budget: { amount: input.budget } });
  if (isRefused(qualification)) return { ...qualification, field: qualification.field?.startsWith('budget') ? 'budget' : 'need' };
  return {
    status: 'NEW', channel: input.channel, source, campaignId: input.campaignId ?? null, lineId: input.lineId ?? company.defaultLineId,
    message: input.message?.replaceAll('\r\n', '\n').trim() || null, ...who, referrerId: input.referrerId ?? null, consents, qualification,
    capturedAt: input.capturedAt, firstResponseAt: null, nurtureUntil: null,
    responseDueAt: waits(input.channel) ? responseDueAt(input.capturedAt, company.firstResponseHours, company.workingHours) : null,
  };
}

/** Somebody on an imported list has not just asked, so he waits for no answer. */
const waits = (channel: LeadChannel): boolean => channel !== 'IMPORT';

function wrongHead(input: LeadInput): Refusal | null {
  if (!leadChannels.includes(input.channel)) return refuse('INVALID', { field: 'channel', details: { value: input.channel } });
  if (input.source && !customerSources.includes(input.source)) return refuse('INVALID', { field: 'source', details: { value: input.source } });
  if (!Number.isSafeInteger(input.capturedAt)) return refuse('INVALID', { field: 'capturedAt' });
  if ((input.message?.length ?? 0) > longestMessage) return refuse('TOO_LONG', { field: 'message', details: { maximum: longestMessage } });
  if (input.customerId && input.referrerId === input.customerId) return refuseBecause('INVALID', 'OWN_REFERRER', { field: 'referrerId' });
  return null;
}

function whoOf(input: LeadInput, source: CustomerSource, country: string): ({ customerId: string | null } & (Who | { customer: null; contact: null })) | Refusal {
  if (input.customerId) return { customerId: input.customerId, customer: null, contact: null };
  if (!input.who) return refuse('REQUIRED', { field: 'who' });
  const who = prepareWho(input.who, source, country);
  if (isRefused(who)) return { ...who, field: who.field ? `who.${who.field}` : 'who' };
  const reachable = [...who.customer.contactPoints, ...(who.contact?.contactPoints ?? [])].length > 0;
  return reachable || !isRemote(input.channel) ? { customerId: null, ...who } : refuse('REQUIRED', { field: 'who.email' });
}

/** Whoever turned to us from afar must say where to answer; a card from a fair or a line of a list may lack it. */
function isRemote(channel: LeadChannel): boolean {
  switch (channel) {
    case 'WEB_FORM': case 'CHAT': case 'EMAIL': case 'SOCIAL': case 'MESSAGING': case 'CALL': return true;
    case 'VISIT': case 'FAIR': case 'API': case 'IMPORT': return false;
    default: return channel satisfies never;
  }
}

function sourceOf(channel: LeadChannel): CustomerSource {
  switch (channel) {
    case 'WEB_FORM': case 'CHAT': return 'WEB';
    case 'SOCIAL': return 'SOCIAL';
    case 'CALL': return 'PHONE';
    case 'VISIT': return 'VISIT';
    case 'FAIR': return 'FAIR';
    case 'IMPORT': return 'IMPORT';
    case 'EMAIL': case 'MESSAGING': case 'API': return 'OTHER';
    default: return channel satisfies never;
  }
}

function prepareConsents({ consents = [], capturedAt }: LeadInput): LeadConsent[] | Refusal {
  if (consents.length > mostConsents) return refuse('OUT_OF_RANGE', { field: 'consents', details: { minimum: 0, maximum: mostConsents } });
  const prepared: LeadConsent[] = [];
  for (const [index, { channel, state = 'GRANTED', purpose, ...more }] of consents.entries()) {
    const field = (name: string): string => `consents.${index}.${name}`;
    const text = more.text?.trim() || null;
    const givenAt = more.givenAt ?? capturedAt;
    if (!channels.includes(channel)) return refuse('INVALID', { field: field('channel'), details: { value: channel } });
    if (state !== 'GRANTED' && state !== 'DENIED') return refuse('INVALID', { field: field('state'), details: { value: state } });
    if (!consentPurposes.includes(purpose)) return refuse('INVALID', { field: field('purpose'), details: { value: purpose } });
    if (state === 'GRANTED' && text === null) return refuse('REQUIRED', { field: field('text') });
    if ((text?.length ?? 0) > longestConsent) return refuse('TOO_LONG', { field: field('text'), details: { maximum: longestConsent } });
    if (!Number.isSafeInteger(givenAt)) return refuse('INVALID', { field: field('givenAt') });
    prepared.push({ channel, state, purpose, text, givenAt });
  }
  return prepared;
}
