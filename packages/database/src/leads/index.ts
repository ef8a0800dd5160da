export { Campaign, CaptureDoor, Lead, RoutingRule } from './lead.entity.ts';
