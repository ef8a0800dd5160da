import { usePeople } from '#activities';
import { CustomerField } from '#customer-field';
import { type CustomDraft, draftOf, inputOf, typedNumber, useCustomFields } from '#custom-fields';
import { decimalText, LevelFields, ManySelectField, useFormatting } from '#design';
import type { CustomFieldDetailsFragment, CustomValueDetailsFragment, UpdateOpportunityInput } from '#operations';
import { m } from '#words';
import { useEffect, useState } from 'react';
import { EditField } from './edit-field.tsx';
import type { OpportunityRecord } from './use-opportunity.ts';
import styles from './record.module.css';

interface CustomSectionProps {
  readonly opportunity: OpportunityRecord;
  readonly update: (fields: Pick<UpdateOpportunityInput, 'custom'>) => Promise<string | undefined>;
  readonly mayEdit: boolean;
}

/** What the company keeps of its own about it. */
export function CustomSection({ opportunity, update, mayEdit }: CustomSectionProps) {
  const fields = useCustomFields('OPPORTUNITY');
  const shown = opportunity.customValues.flatMap((value) => {
    const field = fields.find(({ name }) => name === value.name);
    return field ? [{ field, value }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{m.fields_title()}</h3>
      <LevelFields>
        {shown.map(({ field, value }) => (
          <CustomEdit key={field.name} field={field} value={value} mayEdit={mayEdit} onSave={(draft) => update({ custom: [inputOf(field, draft)] })} />
        ))}
      </LevelFields>
    </section>
  );
}

interface CustomEditProps {
  readonly field: CustomFieldDetailsFragment;
  readonly value: CustomValueDetailsFragment;
  readonly mayEdit: boolean;
  readonly onSave: (draft: CustomDraft) => Promise<string | undefined>;
}

function CustomEdit({ field, value, mayEdit, onSave }: CustomEditProps) {
  const { language, currency } = useFormatting();
  const { users } = usePeople(field.type === 'USER');
  const { type, label } = field;
  const draft = draftOf(value);
  const text = typeof draft === 'string' ? draft : '';
  const shared = { label, mayEdit };
  switch (type) {
    case 'TEXT': return <EditField {...shared} value={text} onSave={onSave} />;
    case 'NUMBER': case 'MONEY': return (
      <EditField
        {...shared} type="amount" value={decimalText(text, language)} suffix={type === 'MONEY' ? currency : undefined}
        onSave={async (typed) => { const number = typedNumber(typed, language); return number === undefined ? m.design_number_wrong() : onSave(number); }}
      />
    );
    case 'DATE': return <EditField {...shared} type="date" value={text} onSave={onSave} />;
    case 'BOOLEAN': return <EditField {...shared} value={text} options={[{ value: 'true', label: m.fields_yes() }, { value: 'false', label: m.fields_no() }]} onSave={onSave} />;
    case 'CHOICE': return <EditField {...shared} value={text} options={offered(field, draft)} onSave={onSave} />;
    case 'USER': return <EditField {...shared} value={text} options={named(users, value.user)} onSave={onSave} />;
    case 'CHOICES': case 'CUSTOMER': return <PickedEdit {...{ field, value, mayEdit, onSave }} />;
    default: return type satisfies never;
  }
}

const offered = ({ options }: CustomFieldDetailsFragment, draft: CustomDraft) =>
  options.filter(({ archived, value }) => !archived || draft.includes(value)).map(({ value, label }) => ({ value, label }));

const named = (users: readonly { readonly id: string; readonly name: string }[], own: { readonly id: string; readonly name: string } | null | undefined) =>
  [...new Map([...(own ? [own] : []), ...users].map(({ id, name }) => [id, { value: id, label: name }])).values()];

/** What is picked rather than typed: kept at once, a refusal stays below it. */
function PickedEdit({ field, value, mayEdit, onSave }: CustomEditProps) {
  const draft = draftOf(value);
  const stands = JSON.stringify(draft);
  const [picked, setPicked] = useState(draft);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => setPicked(JSON.parse(stands) as CustomDraft), [stands]);
  const save = (next: CustomDraft) => {
    setPicked(next);
    void onSave(next).then(setRefusal);
  };
  const shared = { label: field.label, disabled: !mayEdit, error: refusal };
  if (typeof picked === 'string') return <CustomerField {...shared} clearable value={null} placeholder={value.customer?.name ?? ''} onChange={(id) => save(id ?? '')} />;
  return <ManySelectField {...shared} searchable clearable value={[...picked]} data={offered(field, picked)} onChange={save} />;
}
