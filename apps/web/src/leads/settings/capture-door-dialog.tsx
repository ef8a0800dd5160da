import { refusalText } from '#api-client';
import { useCustomFields } from '#custom-fields';
import { Dialog, FieldRow, Fields, LongTextField, ManySelectField, SelectField, showToast, SwitchField, TextField } from '#design';
import { type CaptureDoorDetailsFragment, CreateCaptureDoorDocument, UpdateCaptureDoorDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type DoorKind, doorKinds, type FormField, formFields, isAskable } from '@orbita/domain/leads';
import { type FormEvent, useState } from 'react';
import { fieldWord, kindWord } from './door-words.ts';
import { StaleWays } from './stale-ways.tsx';

interface CaptureDoorDialogProps {
  readonly door: CaptureDoorDetailsFragment | undefined;
  /** What somebody else saved meanwhile is looked at instead. */
  readonly onTheirs: (door: CaptureDoorDetailsFragment) => void;
  readonly onClose: () => void;
}

/** A door with what can be changed of it side by side. */
const flat = ({ name, campaign, active, settings }: CaptureDoorDetailsFragment) => ({ name, campaign: campaign?.name, active, ...settings });

const partNames = () => ({
  name: m.leads_rule_name(), campaign: m.leads_campaign(), title: m.leads_form_title(), fields: m.leads_form_fields(), own: m.leads_form_own(),
  marketingConsent: m.leads_form_consent(), privacyUrl: m.leads_form_privacy(), thanks: m.leads_form_thanks(), active: m.leads_active(),
});

/** A door: what it is called, and what its form says and asks. */
export function CaptureDoorDialog({ door, onTheirs, onClose }: CaptureDoorDialogProps) {
  const language = useLanguage();
  const [kind, setKind] = useState<DoorKind>(door?.kind ?? 'FORM');
  const [draft, setDraft] = useState({
    name: door?.name ?? '', campaign: door?.campaign?.name ?? '', title: door?.settings.title ?? '', marketingConsent: door?.settings.marketingConsent ?? '',
    privacyUrl: door?.settings.privacyUrl ?? '', thanks: door?.settings.thanks ?? '',
  });
  const [fields, setFields] = useState<FormField[]>([...(door?.settings.fields ?? formFields)]);
  const askable = useCustomFields('LEAD').filter(isAskable);
  const [own, setOwn] = useState<string[]>([...(door?.settings.own ?? [])]);
  const [active, setActive] = useState(door?.active ?? true);
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string; readonly theirs?: CaptureDoorDetailsFragment | undefined }>();
  const again = { refetchQueries: ['CaptureDoors'] };
  const [create, creating] = useMutation(CreateCaptureDoorDocument, again);
  const [update, updating] = useMutation(UpdateCaptureDoorDocument, again);
  const text = (field: keyof typeof draft, at: string = `settings.${field}`) => ({
    value: draft[field], error: problem?.field === at ? problem.text : undefined, autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const submit = async (event?: FormEvent, over?: number) => {
    event?.preventDefault();
    const { name, campaign, ...settings } = draft;
    const input = { name, campaign, active, lineId: door?.line?.id ?? null, settings: { ...settings, fields, own: own.filter((one) => askable.some(({ name: known }) => known === one)) } };
    const { refusal, captureDoor } = (door
      ? (await update({ variables: { input: { ...input, id: door.id, expectedVersion: over ?? door.version } } })).data?.updateCaptureDoor
      : (await create({ variables: { input: { ...input, kind } } })).data?.createCaptureDoor) ?? {};
    if (refusal) return setProblem({ field: refusal.field ?? '', text: refusalText(refusal, language), theirs: refusal.code === 'STALE_VERSION' ? captureDoor ?? undefined : undefined });
    showToast(m.leads_door_saved());
    return onClose();
  };
  const failed = () => setProblem({ field: '', text: m.leads_failed() });
  const theirs = problem?.theirs;
  const known = ['name', 'campaign', 'settings.title', 'settings.own', 'settings.marketingConsent', 'settings.privacyUrl', 'settings.thanks'];
  return (
    <Dialog
      title={door?.name ?? m.leads_new_door()} onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.leads_cancel()}</Button><Button type="submit" form="capture-door" loading={creating.loading || updating.loading}>{m.company_save()}</Button></>}
    >
      <form id="capture-door" noValidate onSubmit={(event) => void submit(event).catch(failed)}>
        <Fields refusal={problem && !known.includes(problem.field) ? problem.text : undefined}>
          {door && theirs && <StaleWays before={flat(door)} theirs={flat(theirs)} parts={partNames()} onTheirs={() => onTheirs(theirs)} onMine={() => void submit(undefined, theirs.version).catch(failed)} />}
          <FieldRow>
            <TextField label={m.leads_rule_name()} data-autofocus required maxLength={80} {...text('name', 'name')} />
            <SelectField label={m.leads_kind()} value={kind} disabled={door !== undefined} onChange={(next) => next && setKind(next as DoorKind)} data={doorKinds.map((value) => ({ value, label: kindWord(value) }))} />
          </FieldRow>
          <TextField label={m.leads_campaign()} maxLength={120} {...text('campaign', 'campaign')} />
          {kind === 'FORM' && (
            <>
              <TextField label={m.leads_form_title()} maxLength={120} {...text('title')} />
              <ManySelectField label={m.leads_form_fields()} value={fields} onChange={(next) => setFields(next as FormField[])} data={formFields.map((value) => ({ value, label: fieldWord(value) }))} />
              {askable.length > 0 && (
                <ManySelectField
                  label={m.leads_form_own()} value={own} error={problem?.field === 'settings.own' ? problem.text : undefined} onChange={setOwn}
                  data={askable.map(({ name: value, label }) => ({ value, label }))}
                />
              )}
              <LongTextField label={m.leads_form_consent()} description={m.leads_form_consent_hint()} {...text('marketingConsent')} />
              <TextField label={m.leads_form_privacy()} type="url" {...text('privacyUrl')} />
              <TextField label={m.leads_form_thanks()} maxLength={500} {...text('thanks')} />
            </>
          )}
          <SwitchField label={m.leads_active()} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
        </Fields>
      </form>
    </Dialog>
  );
}
