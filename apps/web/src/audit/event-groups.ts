import { m } from '#words';

/** Events under the names by which one looks for them. */
const groups = {
  customers: ['customerCreated', 'customerUpdated', 'customerDeleted', 'customerRestored', 'customerErased', 'contactErased', 'personalDataHandedOut', 'duplicateDismissed', 'duplicateReopened', 'duplicateScanStarted', 'enrichmentAccepted', 'enrichmentDismissed'],
  contacts: [
    'contactPointAdded', 'contactPointPreferred', 'contactPointRemoved', 'consentRecorded', 'addressSet', 'addressEnded', 'contactAdded', 'contactUpdated', 'contactRemoved',
  ],
  activities: ['activityLogged', 'activityUpdated', 'activityDeleted', 'taskCreated', 'taskCompleted', 'taskReopened', 'taskReminded'],
  leads: [
    'leadCaptured', 'leadWorked', 'leadEvaluated', 'leadUpdated', 'leadQualified', 'leadDisqualified', 'leadRecycled', 'leadAssigned', 'leadUnanswered', 'nurtureEnded',
    'routingRuleCreated', 'routingRuleUpdated', 'routingRuleDeleted', 'routingRulesSorted', 'captureDoorCreated', 'captureDoorUpdated', 'captureDoorDeleted',
  ],
  opportunities: [
    'opportunityOpened', 'opportunityMoved', 'opportunityRanked', 'opportunityUpdated', 'opportunityWon', 'opportunityLost',
    'pipelineCreated', 'pipelineUpdated', 'pipelineDeleted',
  ],
  orders: ['orderPlaced', 'orderDelivered', 'orderSettled', 'orderCancelled', 'goodsReturned'],
  cycles: ['cycleOpened', 'cycleMoved', 'cycleClosed', 'contractTerminated', 'customerLeft', 'departureWithdrawn', 'referrerSet', 'acquisitionCostSet'],
  lifecycle: ['stageChanged', 'lifecycleModelCreated', 'lifecycleModelUpdated', 'lifecycleModelActivated', 'lifecycleModelDeactivated'],
  signals: ['offerDue', 'alarmReached', 'lapsed'],
  segments: ['segmentCreated', 'segmentUpdated', 'segmentShared', 'segmentDeleted', 'segmentRestored', 'segmentMembersAdded', 'segmentMembersRemoved'],
  views: ['viewCreated', 'viewUpdated', 'viewDeleted'],
  people: ['userCreated', 'userUpdated', 'userInvited', 'invitationResent', 'invitationRevoked', 'invitationAccepted', 'sessionRevoked', 'teamCreated', 'teamUpdated', 'teamDeleted', 'partnerCreated', 'partnerUpdated', 'partnerDeleted', 'accessKeyCreated', 'accessKeyRevoked'],
  access: ['twoFactorEnabled', 'twoFactorDisabled', 'twoFactorReset', 'twoFactorDemanded', 'recoveryCodesMade', 'recoveryCodeUsed', 'singleSignOnLinked', 'signInThrottled', 'signInLinkMade', 'signInLinkUsed'],
  company: ['companyUpdated', 'businessLineCreated', 'businessLineUpdated', 'businessLineDeleted', 'exchangeRateSet', 'exampleRemoved', 'listExported', 'importStarted', 'importResumed', 'importUndone', 'bulkChangeStarted', 'bulkChangeUndone', 'bulkChangeCancelled',
    'customFieldCreated', 'customFieldUpdated', 'customFieldArchived', 'customFieldRestored', 'customFieldsSorted'],
  products: ['productCreated', 'productUpdated', 'productDeactivated', 'productActivated', 'productCategoryRenamed'],
} as const satisfies Record<string, readonly string[]>;

export type EventGroup = keyof typeof groups;

const names: Record<EventGroup, () => string> = {
  customers: m.audit_group_customers, contacts: m.audit_group_contacts, activities: m.audit_group_activities, leads: m.audit_group_leads, opportunities: m.audit_group_opportunities, orders: m.audit_group_orders,
  cycles: m.audit_group_cycles, lifecycle: m.audit_group_lifecycle, signals: m.audit_group_signals, segments: m.audit_group_segments, views: m.audit_group_views, people: m.audit_group_people,
  access: m.audit_group_access, company: m.audit_group_company, products: m.audit_group_products,
};

export const groupChoices = (): readonly { readonly value: string; readonly label: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label: label() }));

export const typesOf = (kinds: readonly string[]): string[] => kinds.flatMap((kind) => (kind in groups ? [...groups[kind as EventGroup]] : []));
