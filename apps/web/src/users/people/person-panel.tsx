import { useMe } from '#access';
import { BothWays, ConfirmDialog, Fields, ManySelectField, SelectField, showToast, SidePanel, TagsField, TextField } from '#design';
import { GroupsDocument } from '#operations';
import { countriesWith } from '#rules';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type Role, roles, scopeOf } from '@orbita/domain/access';
import { type FormEvent, useId, useState } from 'react';
import { roleName } from '../role-name.ts';
import { FirstPassword } from './first-password.tsx';
import { PersonAccess } from './person-access.tsx';
import { PasswordRow } from './password-row.tsx';
import type { Person } from './people.tsx';
import { usePersonForm } from './use-person-form.ts';

interface PersonPanelProps {
  readonly person: Person | undefined;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}

/** A person who may come in: made, changed, shut out and let in again without leaving the list. */
export function PersonPanel({ person, mayWrite, onClose }: PersonPanelProps) {
  const formId = useId();
  const form = usePersonForm(person);
  const [handed, setHanded] = useState<string>();
  const { basis, draft, problem } = form;
  const { theirs, insist } = problem ?? {};
  const known = ['name', 'email', 'role', 'teamId', 'partnerId', 'language', 'skills', 'territories', 'password'];
  const submit = async (done = form.save()) => {
    if (!(await done)) return;
    if (!person && draft.password) return setHanded(draft.password);
    showToast(m.users_saved({ name: draft.name }));
    return onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.users_save(), group: 'page', inDialog: true, run: () => void submit() }, mayWrite && handed === undefined);
  if (handed !== undefined) return <FirstPassword name={draft.name} email={draft.email} password={handed} onClose={onClose} />;
  return (
    <SidePanel
      title={person?.name ?? m.users_new()} onClose={onClose}
      footer={mayWrite && (
        <>
          {basis && <ActiveButton person={basis} onSet={form.setActive} onClose={onClose} />}
          <Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button>
          <Button type="submit" form={formId} loading={form.busy}>{m.users_save()}</Button>
        </>
      )}
    >
      <form
        id={formId} onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Fields refusal={problem && !known.includes(problem.field?.split('.')[0] ?? '') ? problem.text : undefined}>
          {theirs && insist && <BothWays onTheirs={() => form.take(theirs)} onMine={() => void submit(insist())} />}
          <PersonFields form={form} readOnly={!mayWrite} />
          {mayWrite && <PasswordRow value={draft.password} onChange={(password) => form.set({ password })} error={form.errorOf('password')} fresh={!person} />}
        </Fields>
      </form>
      {person && mayWrite && <PersonAccess person={person} />}
    </SidePanel>
  );
}

function PersonFields({ form: { draft, set, errorOf }, readOnly }: { readonly form: ReturnType<typeof usePersonForm>; readonly readOnly: boolean }) {
  const { data } = useQuery(GroupsDocument);
  const language = useLanguage();
  const named = (groups: readonly { readonly id: string; readonly name: string }[] | undefined) => (groups ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField label={m.users_name()} value={draft.name} required readOnly={readOnly} autoComplete="off" data-autofocus error={errorOf('name')} onChange={(event) => set({ name: event.currentTarget.value })} />
      <TextField label={m.users_email()} type="email" value={draft.email} required readOnly={readOnly} autoComplete="off" error={errorOf('email')} onChange={(event) => set({ email: event.currentTarget.value })} />
      <SelectField label={m.users_role()} value={draft.role} readOnly={readOnly} error={errorOf('role')} data={roles.map((role) => ({ value: role, label: roleName(role) }))} onChange={(role) => role && set({ role: role as Role })} />
      {draft.role === 'partner' ? (
        <SelectField label={m.users_partner()} value={draft.partnerId} readOnly={readOnly} required searchable data={named(data?.partners)} error={errorOf('partnerId')} onChange={(partnerId) => set({ partnerId })} />
      ) : (
        <SelectField label={m.users_team()} value={draft.teamId} readOnly={readOnly} clearable searchable data={named(data?.teams)} error={errorOf('teamId')} onChange={(teamId) => set({ teamId })} />
      )}
      <SelectField
        label={m.users_language()} value={draft.language} readOnly={readOnly} error={errorOf('language')}
        data={[{ value: 'es', label: 'Español' }, { value: 'en', label: 'English' }]} onChange={(next) => next && set({ language: next as 'en' | 'es' })}
      />
      {getsLeads(draft.role) && (
        <>
          <TagsField label={m.users_skills()} description={m.users_skills_hint()} value={[...draft.skills]} readOnly={readOnly} error={errorOf('skills')} onChange={(skills) => set({ skills })} />
          <ManySelectField
            label={m.users_territories()} description={m.users_territories_hint()} searchable readOnly={readOnly} value={[...draft.territories]} data={countriesWith(draft.territories, language)}
            error={errorOf('territories')} onChange={(territories) => set({ territories })}
          />
        </>
      )}
    </>
  );
}

/** Whether leads are handed out to such people: they work here and may work on them. */
const getsLeads = (role: Role): boolean => role !== 'partner' && scopeOf(role, 'lead', 'update') !== 'none';

interface ActiveButtonProps {
  readonly person: Person;
  readonly onSet: (active: boolean) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Shutting somebody out ends his sessions at once, so it is asked first; letting in again is not. */
function ActiveButton({ person, onSet, onClose }: ActiveButtonProps) {
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const set = (active: boolean) => void onSet(active).then((done) => {
    setAsking(false);
    if (!done) return;
    showToast(active ? m.users_activated({ name: person.name }) : m.users_deactivated({ name: person.name }));
    onClose();
  });
  if (person.id === me.id) return null;
  return (
    <>
      <Button variant="subtle" color={person.active ? 'red' : 'gray'} style={{ marginRight: 'auto' }} onClick={() => (person.active ? setAsking(true) : set(true))}>
        {person.active ? m.users_deactivate() : m.users_activate()}
      </Button>
      {asking && (
        <ConfirmDialog title={m.users_deactivate_title({ name: person.name })} action={m.users_deactivate()} dangerous onClose={() => setAsking(false)} onConfirm={() => set(false)}>
          {m.users_deactivate_text()}
        </ConfirmDialog>
      )}
    </>
  );
}
