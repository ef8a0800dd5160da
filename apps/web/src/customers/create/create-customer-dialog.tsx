import { type CustomDrafts, CustomValueField, filledInputs, noDraft, strangeAmong, useCustomFields } from '#custom-fields';
import { DraftNote, useKeptDraft } from '#drafts';
import { Dialog, FieldRow, Fields, KeyHint, SelectField, showToast, TextField } from '#design';
import { CreateCustomerDocument, type CreateCustomerInput, type CreateCustomerMutation } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { customerSourceLabels } from '@orbita/domain/customers';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { kindText } from '../mark/kind-text.ts';
import { PossibleDuplicates } from './possible-duplicates.tsx';

type Refusal = NonNullable<CreateCustomerMutation['createCustomer']['refusal']>;
type Draft = {
  kind: 'PERSON' | 'ORGANISATION'; name: string; givenName: string; familyName: string; taxId: string; email: string; phone: string; source: string | null;
  /** The company's own fields, by name. */
  own: CustomDrafts;
};

const blank: Draft = { kind: 'ORGANISATION', name: '', givenName: '', familyName: '', taxId: '', email: '', phone: '', source: null, own: {} };

/** A new customer with the little that is known; what is wrong is said at its field, who is there already is offered. */
export function CreateCustomerDialog({ onClose }: { readonly onClose: () => void }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const kept = useKeptDraft<Draft>('create-customer', () => blank);
  const { draft, setDraft } = kept;
  const finish = () => {
    kept.forget();
    onClose();
  };
  const needed = useCustomFields('CUSTOMER').filter(({ required }) => required);
  const custom = needed.map((field) => ({ field, draft: draft.own[field.name] ?? noDraft(field) }));
  const [refusal, setRefusal] = useState<Refusal>();
  const [create, { loading }] = useMutation(CreateCustomerDocument);
  // Whoever was told who is like him and goes on has looked.
  const looked = refusal?.code === 'POSSIBLE_DUPLICATE';
  const text = (field: Exclude<keyof Draft, 'own'>) => ({
    value: draft[field] ?? '', error: errorAt(refusal, field, draft),
    onChange: (event: { currentTarget: { value: string } }) => {
      setDraft({ ...draft, [field]: event.currentTarget.value });
      // Somebody else is typed now: who is like him is asked about anew.
      if (looked) setRefusal(undefined);
    },
  });
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const strange = strangeAmong(needed, draft.own);
    if (strange) return setRefusal({ __typename: 'Refusal', code: 'INVALID_FORMAT', field: strange.field, message: strange.text, details: null });
    setRefusal(undefined);
    const { data } = await create({ variables: { input: { ...inputOf(draft), custom: filledInputs(needed, draft.own), evenIfDuplicate: looked || undefined }, key: kept.idempotencyKey } }).catch(() => ({ data: undefined }));
    if (!data) return showToast(m.customers_not_saved(), { tone: 'bad' });
    const { customer, refusal: no } = data.createCustomer;
    if (!customer) {
      // A refused key may not be used for other input.
      kept.renewKey();
      return setRefusal(no ?? undefined);
    }
    finish();
    showToast(m.customers_created({ name: customer.name }));
    await navigate({ to: '/customers/$id', params: { id: customer.id } });
  };
  useShortcut({ keys: 'mod+enter', label: m.customers_create(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  const organisation = draft.kind === 'ORGANISATION';
  return (
    <Dialog
      title={m.customers_new()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={finish}>{m.design_cancel()}</Button>
          <Button type="submit" form="create-customer" loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{looked ? m.customers_create_anyway() : m.customers_create()}</Button>
        </>
      )}
    >
      <DraftNote {...kept} />
      <form id="create-customer" onSubmit={(event) => void submit(event)} noValidate>
        <Fields wrong={refusal} refusal={refusal && !looked && !shownAtField(refusal) ? refusal.message : undefined}>
          <SelectField
            label={m.customers_kind()} value={draft.kind} data={(['ORGANISATION', 'PERSON'] as const).map((value) => ({ value, label: kindText(value, language) }))}
            onChange={(kind) => kind && setDraft({ ...draft, kind: kind as Draft['kind'] })}
          />
          {organisation
            ? <TextField label={m.customers_name()} required data-autofocus autoComplete="off" {...text('name')} />
            : (
              <FieldRow>
                <TextField label={m.customers_given_name()} required data-autofocus autoComplete="off" {...text('givenName')} />
                <TextField label={m.customers_family_name()} autoComplete="off" {...text('familyName')} />
              </FieldRow>
            )}
          <FieldRow>
            <TextField label={m.customers_email()} type="email" autoComplete="off" {...text('email')} />
            <TextField label={m.customers_phone()} type="tel" autoComplete="off" description={m.customers_phone_hint()} inputWrapperOrder={['label', 'input', 'error', 'description']} {...text('phone')} />
          </FieldRow>
          <FieldRow>
            <TextField label={m.customers_tax_id()} autoComplete="off" {...text('taxId')} />
            <SelectField
              label={m.customers_source()} clearable allowDeselect value={draft.source} onChange={(source) => setDraft({ ...draft, source })}
              data={Object.entries(customerSourceLabels).map(([value, label]) => ({ value, label: label[language] }))}
            />
          </FieldRow>
          {custom.map(({ field, draft: value }) => (
            <CustomValueField
              key={field.name} field={field} draft={value} error={refusal?.field === `custom.${field.name}` ? refusal.message : undefined}
              onChange={(next) => setDraft({ ...draft, own: { ...draft.own, [field.name]: next } })}
            />
          ))}
          <PossibleDuplicates input={inputOf(draft)} onOpen={onClose} />
          {refusal && existing(refusal) && (
            <p role="status">
              <Link to="/customers/$id" params={{ id: existing(refusal)!.id }} onClick={onClose}>{m.customers_open_existing({ name: existing(refusal)!.name })}</Link>
            </p>
          )}
        </Fields>
      </form>
    </Dialog>
  );
}

const filled = (value: string) => value.trim() || undefined;

function inputOf({ kind, name, givenName, familyName, taxId, email, phone, source }: Draft): CreateCustomerInput {
  const points = [
    ...(filled(email) ? [{ kind: 'EMAIL' as const, value: email }] : []), ...(filled(phone) ? [{ kind: 'PHONE' as const, value: phone }] : []),
  ];
  const named = kind === 'ORGANISATION' ? { name: name.trim() } : { givenName: filled(givenName), familyName: filled(familyName) };
  return { kind, ...named, taxId: filled(taxId), source: source as CreateCustomerInput['source'], contactPoints: points };
}

/** The API names a contact point by its place in the list. */
function fieldOf({ field }: Refusal, draft: Draft): string | null {
  const place = /^contactPoints(?:\.(\d+))?/.exec(field ?? '');
  if (!place) return field;
  return place[1] === '1' || !filled(draft.email) ? 'phone' : 'email';
}

const errorAt = (refusal: Refusal | undefined, field: string, draft: Draft): string | undefined =>
  refusal && (fieldOf(refusal, draft) === field || (field === 'givenName' && draft.kind === 'PERSON' && refusal.field === 'name')) ? refusal.message : undefined;

const shownAtField = ({ field }: Refusal): boolean => /^(name|givenName|familyName|taxId|contactPoints|custom\.)/.test(field ?? '');

function existing({ code, details }: Refusal): { readonly id: string; readonly name: string } | undefined {
  const known = details as { customerId?: string; customerName?: string } | null;
  return code === 'ALREADY_EXISTS' && known?.customerId ? { id: known.customerId, name: known.customerName ?? '' } : undefined;
}
