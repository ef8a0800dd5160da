import { GroupResolver, MeResolver, RolePolicyResolver, TwoFactorResolver, UserConnectionResolver, UserResolver } from '#access';
import { ActivityConnectionResolver, ActivityResolver, CustomerActivitiesResolver, InboxConnectionResolver, InboxResolver, WriteActivityResolver } from '#activities';
import { BulkChangeResolver, WriteBulkChangeResolver } from '#bulk';
import { ProductConnectionResolver, ProductResolver, WriteProductResolver } from '#catalog';
import { BusinessLineResolver, CompanyResolver } from '#company';
import { ContactFieldsResolver } from '#contacts';
import { CustomFieldResolver } from '#custom-fields';
import {
  ContactConnectionResolver, ContactListResolver, ContactResolver, CustomerConnectionResolver, CustomerFactsResolver, CustomerMutationResolver, CustomerResolver, CustomerSearchResolver,
} from '#customers';
import {
  CaptureDoorResolver, CustomerLeadsResolver, LeadBudgetResolver, LeadConnectionResolver, LeadResolver, LeadsLiveResolver, NotifiedLeadResolver,
  RoutingRuleResolver, WriteLeadResolver,
} from '#leads';
import {
  CustomerOrdersResolver, RevenueResolver, OrderAmountsResolver, OrderConnectionResolver, OrderLineAmountsResolver, OrderResolver, OrderReturnAmountsResolver,
  WriteOrderResolver,
} from '#orders';
import { CustomerCyclesResolver, CustomerReferralsResolver, CycleConnectionResolver, CycleMeasuresResolver, WriteCycleResolver } from '#cycles';
import {
  BoardResolver, CustomerOpportunitiesResolver, LiveBoardResolver, OpportunityConnectionResolver, OpportunityFieldsResolver, OpportunityResolver,
  PipelineResolver, PipelineStageResolver, WriteOpportunityResolver,
} from '#opportunities';
import { CustomerMergesResolver, MergePreviewResolver, MergeResolver } from '#merging';
import { InvitationResolver } from '#invitations';
import { AccessKeyResolver } from '#access-keys';
import { BiOperationResolver } from '#bi';
import { CustomerPrivacyResolver, ErasureConnectionResolver, PrivacyResolver } from '#privacy';
import { ExportedListResolver } from '#exports';
import { ImportConnectionResolver, ImportResolver, WriteImportResolver } from '#imports';
import { DuplicatePairConnectionResolver, DuplicateReasonResolver, DuplicateResolver, WriteDuplicateResolver } from '#duplicates';
import { EnrichmentOfCustomerResolver, EnrichmentResolver } from '#enrichment';
import {
  CheckQualityResolver, CustomerQualityResolver, QualityCheckResolver, QualityFailureResolver, QualityGroupResolver, QualityOfCustomerResolver, QualityOverviewResolver,
  QualityQueueConnectionResolver, QualityQueueResolver,
} from '#quality';
import { RefusalResolver } from '#refusals';
import { CustomerStageResolver, LifecycleModelResolver, WriteLifecycleModelResolver } from '#lifecycle';
import { CustomerTimelineResolver, LiveResolver, TimelineEventResolver } from '#timeline';
import { RuleCatalogueResolver } from '#facts';
import {
  SegmentChangeResolver, SegmentConnectionResolver, SegmentMemberConnectionResolver, SegmentBreakdownsResolver, SegmentPreviewResolver, SegmentResolver, WriteSegmentResolver,
} from '#segments';
import { SavedViewResolver } from '#views';

/** Every resolver class; a room that is not listed here does not exist for the world. */
export const resolvers = [
  RefusalResolver, MeResolver, UserResolver, UserConnectionResolver, GroupResolver, RolePolicyResolver, TwoFactorResolver, InvitationResolver, AccessKeyResolver, BiOperationResolver,
  CustomerResolver, CustomerConnectionResolver, CustomerFactsResolver, CustomerMutationResolver, CustomerSearchResolver,
  ContactResolver, ContactFieldsResolver, ContactListResolver, ContactConnectionResolver,
  MergeResolver, MergePreviewResolver, CustomerMergesResolver, PrivacyResolver, ErasureConnectionResolver, CustomerPrivacyResolver,
  BulkChangeResolver, WriteBulkChangeResolver,
  DuplicateResolver, DuplicatePairConnectionResolver, DuplicateReasonResolver, WriteDuplicateResolver,
  CheckQualityResolver, QualityCheckResolver, CustomerQualityResolver, QualityOfCustomerResolver, QualityFailureResolver, QualityGroupResolver, QualityOverviewResolver,
  QualityQueueConnectionResolver, QualityQueueResolver, EnrichmentOfCustomerResolver, EnrichmentResolver,
  SavedViewResolver, CompanyResolver, BusinessLineResolver, RuleCatalogueResolver, CustomFieldResolver,
  SegmentResolver, SegmentConnectionResolver, SegmentMemberConnectionResolver, SegmentChangeResolver, SegmentBreakdownsResolver, SegmentPreviewResolver, WriteSegmentResolver,
  ProductResolver, ProductConnectionResolver, WriteProductResolver,
  OrderResolver, OrderConnectionResolver, OrderAmountsResolver, OrderLineAmountsResolver, OrderReturnAmountsResolver, CustomerOrdersResolver, RevenueResolver, WriteOrderResolver,
  PipelineResolver, PipelineStageResolver, OpportunityResolver, OpportunityConnectionResolver, OpportunityFieldsResolver, CustomerOpportunitiesResolver,
  BoardResolver, WriteOpportunityResolver, LiveBoardResolver,
  ActivityResolver, ActivityConnectionResolver, CustomerActivitiesResolver, WriteActivityResolver, InboxResolver, InboxConnectionResolver,
  CustomerCyclesResolver, CycleConnectionResolver, CycleMeasuresResolver, CustomerReferralsResolver, WriteCycleResolver,
  LifecycleModelResolver, WriteLifecycleModelResolver, CustomerStageResolver,
  LeadResolver, LeadConnectionResolver, LeadBudgetResolver, CustomerLeadsResolver, NotifiedLeadResolver, WriteLeadResolver, LeadsLiveResolver,
  RoutingRuleResolver, CaptureDoorResolver, ExportedListResolver, ImportResolver, ImportConnectionResolver, WriteImportResolver,
  TimelineEventResolver, CustomerTimelineResolver, LiveResolver,
] as const;
