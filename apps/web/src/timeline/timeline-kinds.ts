import { m } from '#words';

export const timelineKinds = ['all', 'talks', 'tasks', 'leads', 'opportunities', 'orders', 'lifecycle', 'changes'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const types: Record<Exclude<TimelineKind, 'all'>, readonly string[]> = {
  talks: ['activityLogged', 'activityUpdated', 'activityDeleted'],
  tasks: ['taskCreated', 'taskCompleted', 'taskReopened', 'taskReminded'],
  leads: [
    'leadCaptured', 'leadWorked', 'leadEvaluated', 'leadUpdated', 'leadQualified', 'leadDisqualified', 'leadRecycled', 'leadAssigned', 'leadUnanswered', 'nurtureEnded',
  ],
  opportunities: ['opportunityOpened', 'opportunityMoved', 'opportunityUpdated', 'opportunityRanked', 'opportunityWon', 'opportunityLost'],
  orders: ['orderPlaced', 'orderDelivered', 'orderSettled', 'orderCancelled', 'goodsReturned'],
  lifecycle: [
    'stageChanged', 'cycleOpened', 'cycleMoved', 'cycleClosed', 'contractTerminated', 'customerLeft', 'departureWithdrawn', 'referrerSet',
    'acquisitionCostSet', 'offerDue', 'alarmReached', 'lapsed',
  ],
  changes: [
    'customerCreated', 'customerUpdated', 'customerDeleted', 'customerRestored', 'customerErased', 'contactErased', 'personalDataHandedOut', 'duplicateDismissed', 'duplicateReopened', 'enrichmentAccepted', 'enrichmentDismissed', 'contactPointAdded', 'contactPointPreferred', 'contactPointRemoved',
    'consentRecorded', 'addressSet', 'addressEnded', 'contactAdded', 'contactUpdated', 'contactRemoved',
  ],
};

export const typesOf = (kind: TimelineKind): readonly string[] | undefined => (kind === 'all' ? undefined : types[kind]);

export function kindWord(kind: TimelineKind): string {
  switch (kind) {
    case 'all': return m.timeline_all();
    case 'talks': return m.timeline_talks();
    case 'tasks': return m.timeline_tasks();
    case 'leads': return m.timeline_leads();
    case 'opportunities': return m.timeline_opportunities();
    case 'orders': return m.timeline_orders();
    case 'lifecycle': return m.timeline_lifecycle();
    case 'changes': return m.timeline_changes();
    default: return kind satisfies never;
  }
}
