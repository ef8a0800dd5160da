import { activityWord, type ActivityKind } from '#activities';
import { m } from '#words';
import { type EnrichmentField, enrichmentFieldLabels } from '@orbita/domain/enrichment';
import { consentStates } from '@orbita/domain/facts';
import { type Answer, answerLabels, criteria, criterionLabels, type DisqualificationReason, disqualificationReasonLabels, type LeadChannel, leadChannelLabels } from '@orbita/domain/leads';
import { customerSourceLabels } from '@orbita/domain/customers';
import { type ErasureReason, erasureReasonLabels } from '@orbita/domain/privacy';
import { addressKindWord, channelWord, pointKindWord } from '#contacts';
import { cycleSentences, dayOf } from './cycle-sentences.ts';
import { type ToldEvent, valuesOf } from './event.ts';
import { opportunitySentences } from './opportunity-sentences.ts';
import { stageChanged } from './relationship-sentences.ts';

type Language = 'en' | 'es';
type Sentence = (event: ToldEvent, language: Language, nameOf: NameOf) => string;
type NameOf = (id: string) => string | undefined;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const payload = (event: ToldEvent, key: string): string => text(valuesOf(event.payload)[key]);
const personal = (event: ToldEvent, key: string): string => text(valuesOf(event.personal)[key]);
const order = ({ order: about }: ToldEvent) => ({ number: about?.number ?? m.timeline_unknown_order() });
const subject = ({ activity }: ToldEvent) => ({ subject: activity?.subject ?? m.timeline_gone_activity() });
const name = (event: ToldEvent) => ({ name: [personal(event, 'givenName'), personal(event, 'familyName')].filter(Boolean).join(' ') || m.timeline_somebody() });
const point = (event: ToldEvent) => ({ kind: pointKindWord(payload(event, 'kind')).toLocaleLowerCase(), value: personal(event, 'value') || m.timeline_hidden() });

function created(event: ToldEvent, language: Language): string {
  const source = customerSourceLabels[payload(event, 'source') as keyof typeof customerSourceLabels]?.[language];
  return source ? m.timeline_customer_created_from({ source: source.toLocaleLowerCase(language) }) : m.timeline_customer_created();
}

function logged(event: ToldEvent): string {
  const kind = (event.activity?.kind ?? payload(event, 'kind')) as ActivityKind;
  const word = kind ? activityWord(kind) : m.activities_note();
  if (kind === 'NOTE' || !event.activity) return m.timeline_logged({ kind: word, ...subject(event) });
  const from = event.activity.direction === 'INBOUND' ? m.timeline_inbound() : event.activity.direction === 'OUTBOUND' ? m.timeline_outbound() : '';
  return m.timeline_logged({ kind: from ? `${word} ${from}` : word, ...subject(event) });
}

function task(event: ToldEvent): string {
  const assignee = event.activity?.assignee?.name;
  return assignee ? m.timeline_task_created_for({ ...subject(event), name: assignee }) : m.timeline_task_created(subject(event));
}

function address(event: ToldEvent): string {
  const where = ['street', 'postalCode', 'city'].map((key) => personal(event, key)).filter(Boolean).join(', ');
  return m.timeline_address_set({ kind: addressKindWord(payload(event, 'kind')), where: where || m.timeline_hidden() });
}

/** What is known of it now, question by question. */
function evaluated(event: ToldEvent, language: Language): string {
  const known = criteria.flatMap((criterion) => {
    const answer = payload(event, criterion) as Answer;
    return answer === 'UNKNOWN' || !answerLabels[answer] ? [] : `${criterionLabels[criterion][language]} ${answerLabels[answer][language]}`.toLocaleLowerCase(language);
  });
  return known.length > 0 ? m.timeline_lead_evaluated_as({ known: known.join(', ') }) : m.timeline_lead_evaluated();
}

const consent: Sentence = (event, language) => m.timeline_consent({
  channel: channelWord(payload(event, 'channel')).toLocaleLowerCase(language),
  state: consentStates[payload(event, 'state')]?.[language].toLocaleLowerCase(language) ?? payload(event, 'state'),
});

const erasureReason = (event: ToldEvent, language: 'en' | 'es'): string =>
  erasureReasonLabels[payload(event, 'reason') as ErasureReason]?.[language].toLocaleLowerCase(language) ?? '';

const enrichmentField = (event: ToldEvent, language: Language): string =>
  enrichmentFieldLabels[payload(event, 'field') as EnrichmentField]?.[language].toLocaleLowerCase(language) ?? payload(event, 'field');

/** Every kind of event that the product writes, as a person says it. */
export const sentences: Readonly<Record<string, Sentence>> = {
  customerCreated: created,
  customerUpdated: (event) => ((valuesOf(event.payload)['changed'] as unknown[] | undefined)?.length === 1 ? m.timeline_customer_updated() : m.timeline_customer_updated_many()),
  customerDeleted: () => m.timeline_customer_deleted(),
  customerRestored: () => m.timeline_customer_restored(),
  customerErased: (event, language) => m.timeline_customer_erased({ reason: erasureReason(event, language) }),
  contactErased: (event, language) => m.timeline_contact_erased({ reason: erasureReason(event, language) }),
  personalDataHandedOut: () => m.timeline_personal_data_handed(),
  customersMerged: (event) => m.timeline_customers_merged({ name: personal(event, 'name') || m.timeline_somebody() }),
  customersUnmerged: (event) => m.timeline_customers_unmerged({ name: personal(event, 'name') || m.timeline_somebody() }),
  customerImportUndone: () => m.timeline_import_undone(),
  duplicateDismissed: () => m.timeline_duplicate_dismissed(),
  duplicateReopened: () => m.timeline_duplicate_reopened(),
  enrichmentAccepted: (event, language) => m.timeline_enrichment_accepted({ field: enrichmentField(event, language) }),
  enrichmentDismissed: (event, language) => m.timeline_enrichment_dismissed({ field: enrichmentField(event, language) }),
  contactPointAdded: (event) => m.timeline_point_added(point(event)),
  contactPointPreferred: (event) => m.timeline_point_preferred({ kind: pointKindWord(payload(event, 'kind')).toLocaleLowerCase() }),
  contactPointRemoved: (event) => m.timeline_point_removed(point(event)),
  consentRecorded: consent,
  addressSet: address,
  addressEnded: (event, language) => m.timeline_address_ended({ kind: language === 'es' ? addressKindWord(payload(event, 'kind')).toLocaleLowerCase() : addressKindWord(payload(event, 'kind')) }),
  contactAdded: (event) => m.timeline_contact_added(name(event)),
  contactUpdated: (event) => m.timeline_contact_updated(name(event)),
  contactRemoved: (event) => m.timeline_contact_removed(name(event)),
  orderPlaced: (event) => m.timeline_order_placed(order(event)),
  orderDelivered: (event) => m.timeline_order_delivered(order(event)),
  orderSettled: (event) => m.timeline_order_settled(order(event)),
  orderCancelled: (event) => {
    const reason = personal(event, 'reason');
    return reason ? m.timeline_order_cancelled_because({ ...order(event), reason }) : m.timeline_order_cancelled(order(event));
  },
  goodsReturned: (event) => (valuesOf(event.payload)['whole'] === true ? m.timeline_order_returned_whole(order(event)) : m.timeline_order_returned(order(event))),
  leadCaptured: (event, language) => (valuesOf(event.payload)['reopensId'] ? m.timeline_lead_reopened() : m.timeline_lead_captured({ channel: leadChannelLabels[payload(event, 'channel') as LeadChannel]?.[language].toLocaleLowerCase(language) ?? '' })),
  leadWorked: () => m.timeline_lead_worked(),
  leadEvaluated: evaluated,
  leadUpdated: () => m.timeline_lead_updated(),
  leadQualified: () => m.timeline_lead_qualified(),
  leadDisqualified: (event, language) => m.timeline_lead_disqualified({
    reason: disqualificationReasonLabels[payload(event, 'reason') as DisqualificationReason]?.[language].toLocaleLowerCase(language) ?? '',
  }),
  leadRecycled: (event, language) => {
    const date = dayOf(payload(event, 'until').slice(0, 10), language);
    return date ? m.timeline_lead_recycled_until({ date }) : m.timeline_lead_recycled();
  },
  leadAssigned: (event, _, nameOf) => {
    const ownerId = payload(event, 'ownerId');
    return ownerId ? m.timeline_lead_assigned_to({ name: nameOf(ownerId) ?? m.timeline_somebody() }) : m.timeline_lead_assigned();
  },
  ...opportunitySentences,
  activityLogged: logged,
  activityUpdated: (event) => m.timeline_activity_updated(subject(event)),
  activityDeleted: () => m.timeline_activity_deleted(),
  taskCreated: task,
  taskCompleted: (event) => m.timeline_task_completed(subject(event)),
  taskReopened: (event) => m.timeline_task_reopened(subject(event)),
  taskReminded: (event) => m.timeline_task_reminded(subject(event)),
  ...cycleSentences,
  stageChanged,
  offerDue: () => m.timeline_offer_due(),
  alarmReached: () => m.timeline_alarm_reached(),
  lapsed: () => m.timeline_lapsed(),
  leadUnanswered: () => m.timeline_lead_unanswered(),
  nurtureEnded: () => m.timeline_nurture_ended(),
};

/** An event of a kind that this version does not know is named rather than hidden. */
export function sentenceOf(event: ToldEvent, language: Language, nameOf: NameOf = () => undefined): string {
  const sentence = sentences[event.type];
  return sentence ? sentence(event, language, nameOf) : m.timeline_unknown({ type: event.type.replaceAll(/([A-Z])/g, ' $1').toLowerCase() });
}
