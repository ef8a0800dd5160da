import { addWorkingTime, type Instant, type WorkingHours, workingMinutesBetween } from '#calendar';
import { isEnded, type LeadState } from './lead.ts';

/** When a lead must have had its first answer: so many working hours after it came in. */
export const responseDueAt = (capturedAt: Instant, hours: number, workingHours: WorkingHours): Instant =>
  addWorkingTime(capturedAt, Math.round(hours * 60), workingHours);

/** Whether a lead that nobody has answered is past its time; one that rests or has ended waits for nothing. */
export function isUnanswered(lead: Pick<LeadState, 'status' | 'firstResponseAt' | 'responseDueAt'>, now: Instant): boolean {
  return !isEnded(lead) && lead.status !== 'RECYCLED' && lead.firstResponseAt === null
    && lead.responseDueAt !== null && lead.responseDueAt <= now;
}

/** Working minutes from capture to first answer (velocidad de respuesta); null while there is none. */
export function responseMinutes(
  { capturedAt, firstResponseAt }: { readonly capturedAt: Instant; readonly firstResponseAt: Instant | null }, workingHours: WorkingHours,
): number | null {
  return firstResponseAt === null ? null : workingMinutesBetween(capturedAt, firstResponseAt, workingHours);
}
