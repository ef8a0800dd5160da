import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { isEnded } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import type { Writing } from '#requests';
import { changeOwn, tellOwn } from './change-own.ts';
import { type LeadAt, leadToWrite, recordLead } from './lead-to-write.queries.ts';

export interface LeadPatch extends LeadAt {
  /** Of the company's own fields: those that are named. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/** Changes what the company keeps of its own about an open lead; nothing changed writes nothing. Where it stands does not move. */
export async function updateLead(em: Em, { custom: given, ...asked }: LeadPatch, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  if (isEnded(found.lead)) return refuse('LEAD_CLOSED', { field: 'status' });
  const custom = await changeOwn(em, found.lead, given, writing);
  if (isRefused(custom)) return custom;
  const told = tellOwn(found.lead, custom);
  if (!told) return found.lead.id;
  await recordLead(em, found, told, writing);
  await refreshCustomOrder(em, [found.lead.customerId]);
  return found.lead.id;
}
