import { type HouseTable, names } from './personal-table.ts';

const inRules = 'a text of it that is his e-mail, telephone, tax number or number in another system is written over';

/** Tables of the company, its people and the machine: with no row of a customer, in some of them a trace of one. */
export const houseTables: readonly HouseTable[] = [
  { name: 'app_user', plain: names('id name email email_verified image role team_id partner_id language active version created_at updated_at skills territories') },
  { name: 'auth_account', plain: names('id account_id provider_id user_id access_token refresh_token id_token access_token_expires_at refresh_token_expires_at scope password created_at updated_at') },
  { name: 'auth_rate_limit', plain: names('id key count last_request') },
  { name: 'auth_session', plain: names('id token user_id ip_address user_agent expires_at created_at updated_at') },
  { name: 'auth_verification', plain: names('id identifier value expires_at created_at updated_at') },
  { name: 'business_line', plain: names('id name fallback_rhythm_days grace_days min_after_sales_days is_default version') },
  { name: 'campaign', plain: names('id name name_key created_at') },
  { name: 'capture_door', plain: names('id kind name token line_id campaign_id settings active version created_at updated_at deleted_at') },
  { name: 'company', plain: names('id name logo country currency zone language working_hours holidays fiscal_year_start example version updated_at first_response_minutes window_lag_days') },
  { name: 'counter', plain: names('name value') },
  { name: 'custom_field', plain: names('id entity name type label decimals options required required_at_stages readers position archived_at version created_at updated_at') },
  { name: 'duplicate_scan', plain: names('id started_at started_by reached checked total done_at') },
  { name: 'exchange_rate', plain: names('currency on_date rate') },
  {
    name: 'idempotency', plain: names('principal input_hash expires_at'),
    traces: { result: 'rows whose result names one of his ids are deleted', key: 'the same, and rows whose key holds one of his exact keys' },
  },
  { name: 'import_job', plain: names('id room file_name mapping status rows_total rows_read counts started_by created_at updated_at finished_at'), traces: { failure: 'deleted where it holds one of his exact keys' } },
  {
    name: 'import_problem', plain: names('job_id row_no column_name code'),
    traces: { line: 'the row as it came is deleted where a cell is one of his keys, or all of his name', details: 'the same' },
  },
  { name: 'lifecycle_model', plain: names('id key name evaluation_order position shipped active version updated_at rules_version'), traces: { stages: inRules } },
  { name: 'mikro_orm_migrations', plain: names('id name executed_at') },
  { name: 'model_edit', plain: names('id model asked_at reached judged total done_at') },
  { name: 'outbox_cursor', plain: names('reader read_before updated_at reading_to position') },
  { name: 'partner', plain: names('id name version') },
  { name: 'pipeline', plain: names('id name line_id position deleted_at version created_at updated_at'), traces: { stages: inRules } },
  { name: 'product', plain: names('id code name name_key category_id unit currency list_price cost active version updated_at') },
  { name: 'product_category', plain: names('id name name_key') },
  { name: 'routing_rule', plain: names('id name position assignment active version updated_at'), traces: { rule: inRules } },
  { name: 'saved_view', plain: names('id room name owner_id shared version created_at updated_at'), traces: { search: inRules } },
  { name: 'scoring_run', plain: names('id as_of ran_at basis population cuts') },
  { name: 'search_word', plain: [], traces: { word: 'his words that nobody else has are forgotten' } },
  { name: 'segment', plain: names('id name description kind owner_id shared deleted_at version created_at updated_at'), traces: { rule: inRules } },
  { name: 'segment_count', plain: names('segment_id counted_at members entered departed') },
  { name: 'team', plain: names('id name version') },
];
