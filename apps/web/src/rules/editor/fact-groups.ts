import { m } from '#words';
import type { FieldDefinition } from '@orbita/domain/facts';
import type { FieldGroup } from './editing.ts';

const value = /^(rfm|value|acquisition|contribution|expectedValue|churn|referr)/;
const contact = /^(last(Contact|Inbound|Outbound)At|openTasks|nextTask|marketing)/;
const purchase = /^(lastOrder|first|order|revenue|average|margin|discount|price|products|categor|product|return|rhythm|nextOffer|expectedNext|alarm|lapses|silence|contract|notice|left)/;
const cycle = /^(open|lastLead|response|nurture|leadScore|cycles|phase|window|lastCycle|lastLost|lastWon|lastLoss|liveQuotes|quote)/;
const service = /^(undelivered|promised|late|overdue|openCases|openComplaints|complaints|lastComplaint|warranty|lastNps|nps|lastCsat|costToServe)/;
const stage = /^(stage|stageSince|previousStage)\./;

function groupName(key: string): string {
  if (key.startsWith('opportunity.')) return m.rules_group_opportunity();
  if (key.startsWith('lead.')) return m.rules_group_lead();
  if (key.startsWith('order.')) return m.rules_group_order();
  if (key.startsWith('activity.')) return m.rules_group_activity();
  if (key.startsWith('product.')) return m.rules_group_product();
  if (key.startsWith('user.')) return m.rules_group_user();
  if (key.startsWith('segment.')) return m.rules_group_segment();
  if (key.startsWith('audit.')) return m.rules_group_audit();
  if (key.startsWith('contacts.')) return m.rules_group_person();
  if (key.startsWith('custom.')) return m.rules_group_custom();
  if (stage.test(key)) return m.rules_group_stage();
  if (value.test(key)) return m.rules_group_value();
  if (contact.test(key)) return m.rules_group_contact();
  if (service.test(key)) return m.rules_group_service();
  if (purchase.test(key)) return m.rules_group_purchase();
  return cycle.test(key) ? m.rules_group_cycle() : m.rules_group_customer();
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();

/** Facts under the headings one looks for them; every word of the question is in the label, accents aside. */
export function groupFacts(fields: readonly FieldDefinition[], question: string, language: 'en' | 'es', heading?: string): readonly FieldGroup[] {
  const words = plain(question).split(/\s+/);
  const groups = new Map<string, FieldDefinition[]>();
  const wanted = plain(question.trim());
  const found = fields.filter((field) => words.every((word) => plain(`${field.label[language]} ${field.key}`).includes(word)));
  // Who writes a whole name means that fact, not a longer name that contains it.
  const rank = (field: FieldDefinition): number => {
    const label = plain(field.label[language]);
    return label === wanted ? 0 : label.startsWith(wanted) ? 1 : 2;
  };
  for (const field of wanted === '' ? found : found.toSorted((a, b) => rank(a) - rank(b))) {
    const name = heading ?? groupName(field.key);
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return [...groups].map(([label, its]) => ({ label, fields: its }));
}
