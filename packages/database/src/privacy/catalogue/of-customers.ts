import { names, type PersonalTable } from './personal-table.ts';

/** Who the customer is, how he is reached, and what he said. */
const himself: readonly PersonalTable[] = [
  {
    name: 'customer', of: 'id', erase: 'OVERWRITTEN',
    personal: {
      name: 'MARK', given_name: 'NULL', family_name: 'NULL', name_key: 'MARK_KEY', tax_id: 'NULL', tax_country: 'NULL', birth_date: 'NULL',
      iban: 'NULL', language: 'NULL', tags: 'NO_LIST', do_not_contact: 'TRUE', preferred_channel: 'NULL', custom: 'NO_OBJECT', custom_compared: 'NO_OBJECT',
    },
    plain: names(`id kind owner_id team_id partner_id source campaign_id customer_since merged_into deleted_at erased_at example version
      created_at updated_at referred_by left_at left_reason acquisition_cost`),
  },
  { name: 'customer_identity', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [] },
  { name: 'contact', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], contact: 'id' },
  { name: 'contact_point', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], contact: 'contact_id' },
  { name: 'address', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [] },
  {
    // That he said yes or no, and when, is what the company must be able to show.
    name: 'consent', of: 'customer_id', erase: 'OVERWRITTEN', personal: { source: 'NULL', proof: 'NULL', wording: 'NULL', document: 'NULL' },
    plain: names('id customer_id channel state purpose lawful_basis given_at recorded_by valid_until'),
  },
];

/** What was said, asked for, hoped for and done. */
const dealings: readonly PersonalTable[] = [
  {
    name: 'activity', of: 'customer_id', erase: 'OVERWRITTEN', personal: { subject: 'EMPTY', body: 'NULL', contact_id: 'NULL', reference: 'NULL' }, contact: 'contact_id',
    plain: names(`id customer_id kind direction channel occurred_at duration_minutes due_at remind_at reminded_at done_at assignee_id author_id
      mentions deleted_at version created_at updated_at lead_id opportunity_id door_id`),
  },
  { name: 'notification', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [] },
  {
    name: 'lead', of: 'customer_id', erase: 'OVERWRITTEN', contact: 'contact_id',
    personal: { contact_id: 'NULL', reference: 'NULL', subject: 'NULL', message: 'NULL', qualification: 'NO_OBJECT', reason_note: 'NULL', routed_by: 'NULL', custom: 'NO_OBJECT', custom_compared: 'NO_OBJECT' },
    plain: names(`id customer_id line_id cycle_id status source channel campaign_id door_id disqualified_reason nurture_until referrer_id owner_id
      team_id captured_at response_due_at first_response_at ended_at opportunity_id reopens_id version created_at updated_at`),
  },
  {
    name: 'opportunity', of: 'customer_id', erase: 'OVERWRITTEN', contact: 'contact_id', ofContact: ['contact_id'],
    personal: {
      contact_id: 'NULL', title: 'MARK', title_key: 'MARK_KEY', qualification: 'NULL', reference: 'NULL', close_note: 'NULL', competitor: 'NULL',
      custom: 'NO_OBJECT', custom_compared: 'NO_OBJECT',
    },
    plain: names(`id customer_id pipeline_id stage stage_since rank status line_id cycle_id lead_id reopens_id renews_order_id referrer_id owner_id
      currency rate amount company_amount expected_close_on source win_reasons close_reason order_id opened_at closed_at version created_at updated_at`),
  },
  {
    name: 'opportunity_visit', of: 'customer_id', erase: 'OVERWRITTEN', personal: { override_reason: 'NULL' },
    plain: names('customer_id opportunity_id no stage entered_at left_at'),
  },
  {
    // The number is that of a document which the law keeps; what is on it stays to the cent.
    name: 'sales_order', of: 'customer_id', erase: 'OVERWRITTEN', personal: {},
    plain: names(`id customer_id number source line_id channel placed_at tracked delivered_at settled_at cancelled_at contract_ends_at currency rate
      amount company_amount company_returned company_cost company_costed company_cost_returned returned_whole version created_at updated_at opportunity_id
      renews_order_id notice_ends_at system`),
  },
  {
    name: 'order_line', of: 'customer_id', erase: 'OVERWRITTEN', personal: { description: 'PRODUCT' },
    plain: names('id customer_id order_id no product_id quantity unit_price list_price discount_percent amount company_amount company_cost'),
  },
  {
    name: 'order_return', of: 'customer_id', erase: 'OVERWRITTEN', personal: { description: 'PRODUCT' },
    plain: names('id customer_id order_id product_id reference returned_at quantity amount company_amount currency system'),
  },
  {
    name: 'cycle', of: 'customer_id', erase: 'OVERWRITTEN', personal: {},
    plain: names(`id customer_id line_id origin phase entry_phase furthest_phase opened_at phase_since opportunity_id order_id referrals window_ends_at
      nurture_until leaving marks outcome lost_in_phase leak_phase closed_at close_reason previous_cycle_id source owner_id`),
  },
  { name: 'cycle_visit', of: 'customer_id', erase: 'OVERWRITTEN', personal: {}, plain: names('customer_id cycle_id no phase entered_at left_at') },
];

/** What is remembered, counted and compared of him. */
const remembered: readonly PersonalTable[] = [
  {
    name: 'timeline_event', of: 'customer_id', erase: 'OVERWRITTEN', personal: {},
    plain: names('customer_id no id type version occurred_at recorded_at actor_id actor_kind channel origin payload'),
  },
  { name: 'event_personal', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [] },
  { name: 'timeline_counter', of: 'customer_id', erase: 'OVERWRITTEN', personal: {}, plain: names('customer_id last_no'), internal: true },
  { name: 'outbox', of: 'customer_id', erase: 'OVERWRITTEN', personal: {}, plain: names('position tx customer_id event_no'), internal: true },
  { name: 'stage_visit', of: 'customer_id', erase: 'OVERWRITTEN', personal: { because: 'NO_TEXTS' }, plain: names('customer_id model no stage entered_at left_at') },
  { name: 'segment_member', of: 'customer_id', erase: 'OVERWRITTEN', personal: {}, plain: names('segment_id customer_id entered_at left_at') },
  { name: 'customer_merge', of: 'customer_id', erase: 'OVERWRITTEN', personal: { kept: 'NO_OBJECT' }, plain: names('id customer_id merged_id merged_at merged_by undone_at undone_by'), internal: true },
  { name: 'customer_facts', of: 'customer_id', erase: 'COUNTED', personal: {}, plain: [] },
  { name: 'customer_search', of: 'customer_id', erase: 'COUNTED', personal: {}, plain: [], internal: true },
  { name: 'contact_search', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], contact: 'contact_id', internal: true },
  { name: 'custom_order', of: 'customer_id', erase: 'COUNTED', personal: {}, plain: [], internal: true },
  { name: 'customer_quality', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  { name: 'quality_check', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  { name: 'enrichment_proposal', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  { name: 'duplicate_key', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  { name: 'duplicate_check', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  { name: 'duplicate_pair', of: 'customer_id', erase: 'DELETED', personal: {}, plain: [], internal: true },
  {
    name: 'erasure', of: 'customer_id', erase: 'OVERWRITTEN', personal: {}, internal: true,
    plain: names('id customer_id contact_id parts reason erased_at erased_by salt key_hashes registered_at files_cleaned_at'),
  },
];

/** Every table with rows of customers. A new one, and a new column of one, is decided about here. */
export const personalTables: readonly PersonalTable[] = [...himself, ...dealings, ...remembered];
