import type { CustomChange, CustomValueInput } from '@orbita/domain/custom-fields';
import type { Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { changeCustom, toldCustom } from '#custom-fields';
import type { Writing } from '#requests';
import type { Lead } from '../lead.entity.ts';

/** What a lead would hold of the company's own fields after what somebody entered; nothing is written yet. */
export const changeOwn = (em: Em, lead: Lead, inputs: readonly CustomValueInput[] | null | undefined, writing: Writing): Promise<CustomChange | Refusal> =>
  changeCustom(em, 'LEAD', { values: lead.custom, compared: lead.customCompared }, inputs, writing);

/** Takes the values over and answers what tells of it; undefined when nothing changed. */
export function tellOwn(lead: Lead, custom: CustomChange) {
  const { names, personal } = toldCustom(custom);
  if (names.length === 0) return undefined;
  Object.assign(lead, { custom: { ...custom.values }, customCompared: { ...custom.compared } });
  return { type: 'leadUpdated', payload: { leadId: lead.id, changed: names }, personal };
}
