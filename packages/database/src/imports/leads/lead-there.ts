import { changeOwn, enteredOwn, type ImportedLead, leadKeeps, type Meeting } from '@orbita/domain/imports';
import { isEnded } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { assignLead, updateLead } from '#leads';
import { changeOwner } from '../parties/index.ts';
import { type Act, type Doing, doingNothing, type KnownLead } from '../past/index.ts';
import type { DecidingLeads } from './decide-lead.ts';

type Deciding = Pick<DecidingLeads, 'currency' | 'staff' | 'onUnknownOwner' | 'fields'>;

/** What a row does to a lead that is there: whose it is, and what the company keeps of its own. One that has ended stays. */
export function doToLead(row: ImportedLead, lead: KnownLead, meeting: Meeting, deciding: Deciding): Doing | Refusal {
  const { currency, fields } = deciding;
  const ended = isEnded(lead);
  const owner = changeOwner({ called: row.owner, before: lead.ownerId, meeting: ended ? 'fill' : meeting, open: !ended }, deciding);
  if (isRefused(owner)) return owner;
  const own = changeOwn(row.custom, lead.custom, meeting);
  const { after: ownerId } = owner;
  const custom = enteredOwn(own, fields, currency);
  const acts: Act[] = [
    { fields: ownerId ? ['owner'] : [], run: (em, at, writing) => assignLead(em, { ...at, ownerId: ownerId ?? null }, writing) },
    { fields: own.changed.map(([field]) => field), run: (em, at, writing) => updateLead(em, { ...at, custom }, writing) },
  ];
  const doing = { acts: acts.filter((act) => act.fields.length > 0), kept: [...owner.kept, ...own.kept], stays: leadKeeps(lead, row), nobody: owner.nobody };
  return ended ? doingNothing(doing) : doing;
}
