import { type Bilingual, inBoth } from '#facts';

/** Events under the names by which one looks for them. */
export const eventGroups = {
  customers: ['customerCreated', 'customerUpdated', 'customerDeleted', 'customerRestored', 'customerErased', 'customersMerged', 'customersUnmerged', 'customerImportUndone', 'contactErased', 'personalDataHandedOut', 'duplicateDismissed', 'duplicateReopened', 'duplicateScanStarted', 'enrichmentAccepted', 'enrichmentDismissed'],
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

export type EventGroup = keyof typeof eventGroups;

export const eventGroupLabels: Readonly<Record<EventGroup, Bilingual>> = {
  customers: inBoth('Customers', 'Clientes'),
  contacts: inBoth('Contact data and consent', 'Contacto y consentimiento'),
  activities: inBoth('Activities and tasks', 'Actividades y tareas'),
  leads: inBoth('Leads', 'Leads'),
  opportunities: inBoth('Opportunities', 'Oportunidades'),
  orders: inBoth('Orders', 'Pedidos'),
  cycles: inBoth('Cycles', 'Ciclos'),
  lifecycle: inBoth('Lifecycle', 'Ciclo de vida'),
  signals: inBoth('Signals', 'Señales'),
  segments: inBoth('Segments', 'Segmentos'),
  views: inBoth('Saved views', 'Vistas guardadas'),
  people: inBoth('People and access', 'Personas y acceso'),
  access: inBoth('Signing in', 'Entrada'),
  company: inBoth('Company', 'Empresa'),
  products: inBoth('Products', 'Productos'),
};

const groupOf: ReadonlyMap<string, string> = new Map(Object.entries(eventGroups).flatMap(([group, types]) => types.map((type) => [type, group] as const)));

/** Under which name one looks for events of a type; null for those that stand under none. */
export const groupOfEvent = (type: string): string | null => groupOf.get(type) ?? null;
