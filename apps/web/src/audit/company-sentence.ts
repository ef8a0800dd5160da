import { currentLanguage, m } from '#words';

type Payload = Readonly<Record<string, unknown>>;
type Sentence = (payload: Payload) => string;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const lists: Readonly<Record<string, () => string>> = {
  customers: m.shell_nav_customers, leads: m.leads_nav, opportunities: m.shell_nav_opportunities, orders: m.shell_nav_orders, products: m.shell_nav_products,
};

/** What a field is called in the reader's language. */
const labelOf = ({ label, name }: Payload): string => text((label as Payload | undefined)?.[currentLanguage()]) || text(name);

/** What is done to things of the company rather than to a customer. */
const sentences: Readonly<Record<string, Sentence>> = {
  segmentCreated: m.audit_segment_created, segmentUpdated: m.audit_segment_updated, segmentShared: m.audit_segment_shared,
  segmentDeleted: m.audit_segment_deleted, segmentRestored: m.audit_segment_restored,
  segmentMembersAdded: ({ count }) => m.audit_members_added({ count: text(count) }),
  segmentMembersRemoved: ({ count }) => m.audit_members_removed({ count: text(count) }),
  viewCreated: m.audit_view_created, viewUpdated: m.audit_view_updated, viewDeleted: m.audit_view_deleted,
  userCreated: m.audit_user_created, userUpdated: m.audit_user_updated, sessionRevoked: m.audit_session_revoked,
  userInvited: m.audit_user_invited, invitationResent: m.audit_invitation_resent, invitationRevoked: m.audit_invitation_revoked, invitationAccepted: m.audit_invitation_accepted,
  twoFactorEnabled: m.audit_two_factor_enabled, twoFactorDisabled: m.audit_two_factor_disabled, twoFactorReset: m.audit_two_factor_reset, twoFactorDemanded: m.audit_two_factor_demanded,
  recoveryCodesMade: m.audit_recovery_made, recoveryCodeUsed: m.audit_recovery_used, singleSignOnLinked: m.audit_sign_on_linked,
  signInThrottled: ({ scope }) => (scope === 'ADDRESS' ? m.audit_address_throttled() : m.audit_account_throttled()),
  signInLinkMade: m.audit_link_made, signInLinkUsed: m.audit_link_used,
  accessKeyCreated: ({ name }) => m.audit_key_created({ name: text(name) }), accessKeyRevoked: ({ name }) => m.audit_key_revoked({ name: text(name) }),
  teamCreated: m.audit_team_created, teamUpdated: m.audit_team_updated, teamDeleted: m.audit_team_deleted,
  partnerCreated: m.audit_partner_created, partnerUpdated: m.audit_partner_updated, partnerDeleted: m.audit_partner_deleted,
  companyUpdated: m.audit_company_updated, businessLineCreated: m.audit_line_created, businessLineUpdated: m.audit_line_updated,
  businessLineDeleted: m.audit_line_deleted,
  exchangeRateSet: ({ currency, onDate, rate }) => m.audit_rate_set({ currency: text(currency), date: text(onDate), rate: text(rate) }),
  productCreated: m.audit_product_created, productUpdated: m.audit_product_updated, productDeactivated: m.audit_product_deactivated,
  productActivated: m.audit_product_activated, productCategoryRenamed: m.audit_category_renamed,
  lifecycleModelCreated: m.audit_model_created, lifecycleModelUpdated: m.audit_model_updated,
  lifecycleModelActivated: m.audit_model_activated, lifecycleModelDeactivated: m.audit_model_deactivated,
  pipelineCreated: m.audit_pipeline_created, pipelineUpdated: m.audit_pipeline_updated, pipelineDeleted: m.audit_pipeline_deleted,
  routingRuleCreated: m.audit_routing_created, routingRuleUpdated: m.audit_routing_updated, routingRuleDeleted: m.audit_routing_deleted,
  routingRulesSorted: m.audit_routing_sorted, captureDoorCreated: m.audit_door_created, captureDoorUpdated: m.audit_door_updated, captureDoorDeleted: m.audit_door_deleted,
  customFieldCreated: (payload) => m.audit_field_created({ name: labelOf(payload) }), customFieldUpdated: (payload) => m.audit_field_updated({ name: labelOf(payload) }),
  customFieldArchived: (payload) => m.audit_field_archived({ name: labelOf(payload) }), customFieldRestored: (payload) => m.audit_field_restored({ name: labelOf(payload) }),
  customFieldsSorted: m.audit_fields_sorted,
  exampleRemoved: m.audit_example_removed,
  listExported: ({ list, format }) => m.audit_list_exported({ list: lists[text(list)]?.() ?? text(list), format: text(format).toUpperCase() }),
  importStarted: ({ room }) => m.audit_import_started({ list: lists[text(room)]?.() ?? text(room) }), importResumed: m.audit_import_resumed, importUndone: m.audit_import_undone,
  duplicateScanStarted: m.audit_duplicate_scan,
  bulkChangeStarted: ({ total }) => m.audit_bulk_started({ count: text(total) }), bulkChangeUndone: ({ total }) => m.audit_bulk_undone({ count: text(total) }),
  bulkChangeCancelled: ({ done }) => m.audit_bulk_cancelled({ count: text(done) }),
  offerDue: m.audit_offer_due, alarmReached: m.audit_alarm_reached, lapsed: m.audit_lapsed,
};

/** In words, or undefined when it is an event of a customer's own timeline. */
export const companySentence = (type: string, payload: unknown): string | undefined => sentences[type]?.((payload ?? {}) as Payload);

/** Names of changed fields. */
export function fieldsOf(payload: unknown): readonly string[] {
  const { fields, changed } = (payload ?? {}) as Payload;
  const list = Array.isArray(fields) ? fields : Array.isArray(changed) ? changed : [];
  return list.filter((field): field is string => typeof field === 'string');
}

const fieldNames: Readonly<Record<string, () => string>> = {
  name: m.audit_field_name, description: m.audit_field_description, rule: m.audit_field_rule, shared: m.audit_field_shared, search: m.audit_field_search,
  email: m.audit_field_email, role: m.audit_field_role, teamId: m.audit_field_team, partnerId: m.audit_field_partner, language: m.audit_field_language,
  active: m.audit_field_active, password: m.audit_field_password, country: m.audit_field_country, currency: m.audit_field_currency, zone: m.audit_field_zone,
  workingHours: m.audit_field_hours, holidays: m.audit_field_holidays, fiscalYearStart: m.audit_field_fiscal, isDefault: m.audit_field_default,
  logo: m.company_logo, code: m.catalog_code, unit: m.catalog_unit, listPrice: m.catalog_list_price, cost: m.catalog_cost, category: m.catalog_category,
  fallbackRhythmDays: m.audit_field_rhythm, graceDays: m.audit_field_grace, minAfterSalesDays: m.audit_field_after_sales,
  twoFactorRoles: m.audit_field_two_factor_roles, skills: m.users_skills, territories: m.users_territories, stages: m.audit_field_stages, evaluationOrder: m.audit_field_evaluation_order,
};

export const fieldName = (field: string): string => fieldNames[field]?.() ?? field;

const channels: Readonly<Record<string, () => string>> = {
  WEB: m.audit_channel_web, API: m.audit_channel_api, IMPORT: m.audit_channel_import, JOB: m.audit_channel_job, COMMAND_LINE: m.audit_channel_command,
};
export const channelName = (channel: string): string => channels[channel.toUpperCase()]?.() ?? channel;
