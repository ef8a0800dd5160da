import type { LeadStatus, Qualification } from '#leads';
import type { ImportedLead } from './read-lead.ts';

/** What is known of a lead that no file changes: what was said when it was captured, and where it stands. */
export interface KnownLeadFields {
  readonly status: LeadStatus;
  readonly subject: string | null;
  readonly message: string | null;
  readonly qualification: Qualification;
}

const oneLine = (text: string | null): string | null => text?.replaceAll(/\s+/g, ' ').trim() || null;
const wholeText = (text: string | null): string | null => text?.replaceAll('\r\n', '\n').trim() || null;

/**
 * In which fields a row says otherwise of a known lead than is known. What somebody asked for is what he said then, and
 * where a lead stands follows from what is done with it: no file changes either.
 */
export function leadKeeps(known: KnownLeadFields, row: ImportedLead): readonly string[] {
  const { need, budget } = known.qualification;
  const differs: Readonly<Record<string, boolean>> = {
    status: row.said.includes('status') && row.status !== known.status,
    subject: oneLine(row.subject) !== null && oneLine(row.subject) !== known.subject,
    message: wholeText(row.message) !== null && wholeText(row.message) !== known.message,
    need: oneLine(row.need) !== null && oneLine(row.need) !== oneLine(need.note),
    budget: row.budget !== null && row.budget !== budget.amount,
  };
  return Object.keys(differs).filter((field) => differs[field]);
}
