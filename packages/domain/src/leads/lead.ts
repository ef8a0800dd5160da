import type { Instant } from '#calendar';
import type { Channel, ConsentState, PreparedContact } from '#contacts';
import type { CustomerSource, PreparedCustomer } from '#customers';
import { type Bilingual, inBoth } from '#facts';
import type { Qualification } from './progress/qualification.ts';

/** Through what an interest reached us. */
export const leadChannels = ['WEB_FORM', 'CHAT', 'EMAIL', 'SOCIAL', 'MESSAGING', 'CALL', 'VISIT', 'FAIR', 'API', 'IMPORT'] as const;

export type LeadChannel = (typeof leadChannels)[number];

export const leadChannelLabels: Readonly<Record<LeadChannel, Bilingual>> = {
  WEB_FORM: inBoth('Web form', 'Formulario web'),
  CHAT: inBoth('Chat', 'Chat'),
  EMAIL: inBoth('E-mail', 'Correo'),
  SOCIAL: inBoth('Social networks', 'Redes sociales'),
  MESSAGING: inBoth('Messaging', 'Mensajería'),
  CALL: inBoth('Call', 'Llamada'),
  VISIT: inBoth('Visit', 'Visita'),
  FAIR: inBoth('Trade fair', 'Feria'),
  API: inBoth('API', 'API'),
  IMPORT: inBoth('Import', 'Importación'),
};

/** Where a lead stands: nobody works it, somebody does, it rests until a date, or it has ended one way or the other. */
export const leadStatuses = ['NEW', 'WORKED', 'RECYCLED', 'QUALIFIED', 'DISQUALIFIED'] as const;

export type LeadStatus = (typeof leadStatuses)[number];

export const leadStatusLabels: Readonly<Record<LeadStatus, Bilingual>> = {
  NEW: inBoth('New', 'Nuevo'),
  WORKED: inBoth('Being worked', 'En trabajo'),
  RECYCLED: inBoth('Resting', 'En maduración'),
  QUALIFIED: inBoth('Qualified', 'Cualificado'),
  DISQUALIFIED: inBoth('Disqualified', 'Descualificado'),
};

/** Whether a lead has ended; what comes later is a new lead. */
export const isEnded = ({ status }: { readonly status: LeadStatus }): boolean => status === 'QUALIFIED' || status === 'DISQUALIFIED';

/** For what somebody let us write to him: only to answer him, or to offer him things. */
export const consentPurposes = ['ANSWER', 'MARKETING'] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** What somebody said about a channel when he turned to us. */
export interface LeadConsent {
  readonly channel: Channel;
  readonly state: ConsentState;
  readonly purpose: ConsentPurpose;
  /** The words that he was shown; a grant without them proves nothing. */
  readonly text: string | null;
  readonly givenAt: Instant;
}

/** What of a lead its progress depends on and changes. */
export interface LeadState {
  readonly status: LeadStatus;
  readonly qualification: Qualification;
  /** When an answer is due at the latest; null when nobody waits for one. */
  readonly responseDueAt: Instant | null;
  readonly firstResponseAt: Instant | null;
  readonly nurtureUntil: Instant | null;
}

/** One expression of interest (ES: lead) as stored: of a known customer, or of one to be found by his keys or made. */
export interface PreparedLead extends LeadState {
  readonly status: 'NEW';
  readonly channel: LeadChannel;
  readonly source: CustomerSource;
  readonly campaignId: string | null;
  readonly lineId: string;
  readonly message: string | null;
  readonly customerId: string | null;
  /** Set exactly when `customerId` is not; his identity keys include the contact's e-mail. */
  readonly customer: PreparedCustomer | null;
  /** The person who wrote, when he did so for an organisation. */
  readonly contact: PreparedContact | null;
  readonly referrerId: string | null;
  readonly consents: readonly LeadConsent[];
  readonly capturedAt: Instant;
}
