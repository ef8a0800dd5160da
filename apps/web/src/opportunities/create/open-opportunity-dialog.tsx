import { useMe } from '#access';
import { usePeople } from '#activities';
import { CustomerField } from '#customer-field';
import { type CustomDrafts, filledInputs, OwnFields, strangeAmong, useCustomFields } from '#custom-fields';
import { DateField, decimalOrText, Dialog, FieldRow, Fields, KeyHint, SelectField, showToast, TextField, useFormatting } from '#design';
import { DraftNote, useKeptDraft } from '#drafts';
import { OpenOpportunityDocument, type OpenOpportunityMutation, type PipelineDetailsFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';

type Refusal = NonNullable<OpenOpportunityMutation['openOpportunity']['refusal']>;

interface OpenOpportunityDialogProps {
  readonly pipeline?: PipelineDetailsFragment | undefined;
  /** Whose it is, where that is known. */
  readonly customerId?: string | undefined;
  readonly onClose: () => void;
  readonly onOpened: (id: string) => void;
}

const shown = ['customerId', 'title', 'amount', 'expectedCloseOn', 'ownerId'];

/** A new opportunity with the little that is known; it begins in the first stage. */
export function OpenOpportunityDialog({ pipeline, customerId, onClose, onOpened }: OpenOpportunityDialogProps) {
  const formId = useId();
  const { id: me } = useMe();
  const { currency, language } = useFormatting();
  const people = usePeople();
  // Of a customer whose record is open it is another draft than of one who is still to be chosen.
  const kept = useKeptDraft(`new-opportunity.${customerId ?? ''}`, () => ({
    customerId: customerId ?? null, title: '', amount: '', expectedCloseOn: '', ownerId: me as string | null, own: {} as CustomDrafts,
  }));
  const { draft, setDraft } = kept;
  const { own: custom } = draft;
  const own = useCustomFields('OPPORTUNITY');
  const [refusal, setRefusal] = useState<Refusal>();
  const [open, { loading }] = useMutation(OpenOpportunityDocument);
  const errorAt = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  const finish = () => {
    kept.forget();
    onClose();
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!draft.customerId) return setRefusal({ __typename: 'Refusal', code: 'REQUIRED', field: 'customerId', message: m.opportunities_choose_customer(), details: null });
    const strange = strangeAmong(own, custom);
    if (strange) return setRefusal({ __typename: 'Refusal', code: 'INVALID_FORMAT', field: strange.field, message: strange.text, details: null });
    setRefusal(undefined);
    const input = {
      customerId: draft.customerId, title: draft.title, ...(pipeline ? { pipelineId: pipeline.id } : {}), ownerId: draft.ownerId,
      amount: decimalOrText(draft.amount, language), expectedCloseOn: draft.expectedCloseOn || null,
      custom: filledInputs(own, custom),
    };
    const { data } = await open({ variables: { input, key: kept.idempotencyKey } }).catch(() => ({ data: undefined }));
    if (!data) return showToast(m.opportunities_not_saved(), { tone: 'bad' });
    const { opportunity, refusal: no } = data.openOpportunity;
    if (!opportunity) {
      // A refused key may not be used for other input.
      kept.renewKey();
      return setRefusal(no ?? undefined);
    }
    finish();
    showToast(m.opportunities_created({ title: opportunity.title }));
    return onOpened(opportunity.id);
  };
  useShortcut({ keys: 'mod+enter', label: m.opportunities_create(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  return (
    <Dialog
      title={m.opportunities_new()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={finish}>{m.design_cancel()}</Button>
          <Button type="submit" form={formId} loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.opportunities_create()}</Button>
        </>
      )}
    >
      <DraftNote {...kept} />
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Fields wrong={refusal} refusal={refusal && !shown.includes(refusal.field ?? '') && !own.some(({ name }) => refusal.field === `custom.${name}`) ? refusal.message : undefined}>
          {customerId === undefined && <CustomerField label={m.opportunities_customer()} required data-autofocus value={draft.customerId} error={errorAt('customerId')} onChange={(id) => setDraft({ ...draft, customerId: id })} />}
          <TextField
            label={m.opportunities_title()} required autoComplete="off" maxLength={200} value={draft.title} error={errorAt('title')} {...(customerId === undefined ? {} : { 'data-autofocus': true })}
            onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          <FieldRow>
            <TextField label={m.opportunities_amount()} inputMode="decimal" autoComplete="off" value={draft.amount} error={errorAt('amount')} rightSection={<span>{currency}</span>} rightSectionWidth={48} onChange={(event) => setDraft({ ...draft, amount: event.currentTarget.value })} />
            <DateField label={m.opportunities_expected_close()} value={draft.expectedCloseOn} error={errorAt('expectedCloseOn')} onChange={(expectedCloseOn) => setDraft({ ...draft, expectedCloseOn })} />
          </FieldRow>
          <SelectField label={m.opportunities_owner()} clearable searchable value={draft.ownerId} error={errorAt('ownerId')} data={people.users.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => setDraft({ ...draft, ownerId })} />
          {own.length > 0 && (
            <OwnFields
              fields={own} drafts={custom} onChange={(next) => setDraft({ ...draft, own: next })} errorAt={errorAt} hint={m.fields_needed_first()}
              isFirst={({ requiredAtStages }) => pipeline?.stages[0] !== undefined && requiredAtStages.includes(pipeline.stages[0].key)}
            />
          )}
        </Fields>
      </form>
    </Dialog>
  );
}
