export {
  type ConsentPurpose, consentPurposes, isEnded, type LeadChannel, leadChannelLabels, leadChannels, type LeadConsent, type LeadState,
  type LeadStatus, leadStatuses, leadStatusLabels, type PreparedLead,
} from './lead.ts';
export { isUnanswered, responseDueAt, responseMinutes } from './first-response.ts';
export { type FactualLead, leadCatalogue, leadFactCatalogue, leadFacts } from './lead-facts.ts';
export { type LeadCompany, type LeadConsentInput, type LeadInput, prepareLead } from './capture/prepare-lead.ts';
export {
  type DoorKind, doorKinds, type DoorSettings, type DoorSettingsInput, type FormField, formFields, isAskable, prepareDoor,
} from './capture/capture-door.ts';
export { prepareWho, type Who, type WhoInput } from './capture/who.ts';
export { type InboundEmail, type InboundMessage, leadFromEmail, leadFromMessage } from './capture/lead-from-message.ts';
export { activityOfMessage } from './capture/joins-conversation.ts';
export { writtenText } from './capture/written-text.ts';
export { type AutomationSign, type FormFilling, looksAutomated } from './capture/looks-automated.ts';
export {
  adviceOf, againstQualifying, type Answer, type Answered, answerLabels, answerQualification, answers, criteria, type Criterion,
  criterionLabels, nothingKnown, type Qualification, type QualificationInput,
} from './progress/qualification.ts';
export { type DisqualificationReason, disqualificationReasonLabels, disqualificationReasons } from './progress/disqualification.ts';
export { type DisqualifiedLead, disqualifyLead } from './progress/disqualify-lead.ts';
export { type OwnOfLead, type QualifiedLead, qualifyLead } from './progress/qualify-lead.ts';
export { type ReopenedLead, reopenLead } from './progress/reopen-lead.ts';
export { isRested, type RecycledLead, recycleLead } from './progress/recycle-lead.ts';
export { evaluateLead, type WorkedLead, workLead } from './progress/work-lead.ts';
export { type RoutablePerson, type Route, type RouteReason, routeLead, routeToCapturer } from './routing/route-lead.ts';
export {
  type Assignment, prepareRoutingRule, type RoutingRule, type RoutingRuleInput, routingStrategies, type RoutingStrategy,
} from './routing/routing-rule.ts';
export { prepareSkills, prepareTerritories } from './routing/skills-and-territories.ts';
