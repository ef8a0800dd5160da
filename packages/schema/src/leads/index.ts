export { DisqualificationReasonEnum, LeadStatusEnum, LeadType } from './lead.type.ts';
export { CustomerLeadsResolver, LeadBudgetResolver, LeadConnectionResolver, LeadResolver, NotifiedLeadResolver } from './lead.resolver.ts';
export { WriteLeadResolver } from './write-lead.resolver.ts';
export { RoutingRuleResolver } from './settings/routing-rule.resolver.ts';
export { CaptureDoorResolver } from './settings/capture-door.resolver.ts';
export { LeadsLiveResolver } from './leads-live.resolver.ts';
