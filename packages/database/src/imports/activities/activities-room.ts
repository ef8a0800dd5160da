import { type ImportedActivity, readActivity } from '@orbita/domain/imports';
import type { DatedRoom } from '../job/index.ts';
import { placeActivities } from './place-activities.ts';

/** Calls, meetings, e-mails, notes and tasks from other systems, at their own dates. */
export const activitiesRoom: DatedRoom<ImportedActivity> = {
  read: (cells, { bound, system, company: { country } }, problems) => readActivity(bound, cells, { system, country }, problems),
  at: ({ occurredAt, doneAt }) => occurredAt ?? doneAt,
  place: placeActivities,
};
