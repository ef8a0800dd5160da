import type { Happenings } from '../past/index.ts';
import type { OwnedLead } from './decide-lead.ts';

interface Told {
  readonly id: string;
  readonly ownerId: string | null;
  readonly opportunityId: string | null;
}

/** Tells the timeline and the cycles of a lead what was done with it, each at its own date. */
export function tellLead(happenings: Happenings, { customerId, lead, row, past }: OwnedLead, { id: leadId, ownerId, opportunityId }: Told): void {
  const { channel, source, lineId, capturedAt, referrerId } = lead;
  const told = (type: string, at: number, payload: Record<string, unknown> = {}, personal: Record<string, unknown> = {}) =>
    happenings.told(customerId, type, at, { leadId, ...payload }, personal);
  told('leadCaptured', capturedAt, { channel, source, ...(ownerId ? { ownerId } : {}) });
  happenings.heard(customerId, { type: 'leadCaptured', leadId, lineId, at: capturedAt, referredBy: referrerId });
  for (const { did, at } of past.steps) {
    switch (did) {
      case 'WORKED':
        told('leadWorked', at);
        happenings.heard(customerId, { type: 'leadWorked', leadId, at });
        break;
      case 'RECYCLED': {
        const until = past.state.nurtureUntil ?? at;
        told('leadRecycled', at, { until: new Date(until).toISOString() });
        happenings.heard(customerId, { type: 'leadRecycled', leadId, until, at });
        break;
      }
      case 'DISQUALIFIED': {
        const reason = row.disqualifiedReason ?? 'OTHER';
        told('leadDisqualified', at, { reason }, past.note ? { note: past.note } : {});
        happenings.heard(customerId, { type: 'leadDisqualified', leadId, reason, at });
        break;
      }
      case 'QUALIFIED':
        if (opportunityId) happenings.heard(customerId, { type: 'leadQualified', leadId, opportunityId, at });
        break;
      default: did satisfies never;
    }
  }
}
