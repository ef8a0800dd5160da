import { refusalText } from '#api-client';
import { Dialog, FieldRow, Fields, KeyHint, SelectField, showToast, TagsField } from '#design';
import { GroupsDocument, InviteUsersDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type Role, roles } from '@orbita/domain/access';
import { useState } from 'react';
import { roleName } from '../role-name.ts';

interface Problem {
  readonly field: string | undefined;
  readonly text: string;
}

const named = (groups: readonly { readonly id: string; readonly name: string }[] | undefined) => (groups ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** Several people at once, to one role and place; each gets a letter. */
export function InviteDialog({ onClose, onInvited }: { readonly onClose: () => void; readonly onInvited: () => void }) {
  const language = useLanguage();
  const { data } = useQuery(GroupsDocument);
  const [invite, { loading }] = useMutation(InviteUsersDocument, { refetchQueries: ['Invitations'] });
  const [emails, setEmails] = useState<readonly string[]>([]);
  // What was typed and not ended by Enter is meant as well.
  const [typing, setTyping] = useState('');
  const [draft, setDraft] = useState<{ role: Role; teamId: string | null; partnerId: string | null; language: 'en' | 'es' }>({ role: 'sales', teamId: null, partnerId: null, language });
  const [problem, setProblem] = useState<Problem>();
  const errorOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  const submit = async () => {
    const all = [...emails, ...typing.split(/[\s,;]+/).filter(Boolean)];
    const place = draft.role === 'partner' ? { teamId: null } : { partnerId: null };
    const { data: done } = await invite({ variables: { input: { ...draft, ...place, emails: all } } });
    const refusal = done?.inviteUsers.refusal;
    if (refusal) {
      const at = /^emails\.(\d+)$/.exec(refusal.field ?? '')?.[1];
      const text = refusalText(refusal, language);
      setEmails(all);
      setTyping('');
      return setProblem(at === undefined ? { field: refusal.field ?? undefined, text } : { field: 'emails', text: `${all[Number(at)] ?? ''}: ${text}` });
    }
    const unsent = (done?.inviteUsers.invitations ?? []).filter(({ sentAt }) => !sentAt).length;
    showToast(unsent > 0 ? m.users_letter_not_sent() : m.users_invited({ count: all.length }), unsent > 0 ? { tone: 'bad' } : {});
    onInvited();
    return onClose();
  };
  const run = () => void submit().catch(() => setProblem({ field: undefined, text: m.users_failed() }));
  useShortcut({ keys: 'mod+enter', label: m.users_invite(), group: 'page', inDialog: true, run }, !loading);
  const known = ['emails', 'role', 'teamId', 'partnerId', 'language'];
  return (
    <Dialog
      title={m.users_invite_title()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button>
          <Button loading={loading} onClick={run} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.users_invite_send()}</Button>
        </>
      )}
    >
      <Fields refusal={problem && !known.includes(problem.field ?? '') ? problem.text : undefined}>
        <TagsField
          label={m.users_invite_emails()} description={m.users_invite_emails_hint()} value={[...emails]} searchValue={typing} splitChars={[',', ';', ' ']} acceptValueOnBlur data-autofocus
          onSearchChange={setTyping} onChange={setEmails} error={errorOf('emails')}
        />
        <FieldRow>
          <SelectField label={m.users_role()} value={draft.role} error={errorOf('role')} data={roles.map((role) => ({ value: role, label: roleName(role) }))} onChange={(role) => role && setDraft({ ...draft, role: role as Role })} />
          {draft.role === 'partner'
            ? <SelectField label={m.users_partner()} value={draft.partnerId} required searchable data={named(data?.partners)} error={errorOf('partnerId')} onChange={(partnerId) => setDraft({ ...draft, partnerId })} />
            : <SelectField label={m.users_team()} value={draft.teamId} clearable searchable data={named(data?.teams)} error={errorOf('teamId')} onChange={(teamId) => setDraft({ ...draft, teamId })} />}
        </FieldRow>
        <SelectField
          label={m.users_invite_language()} value={draft.language} data={[{ value: 'es', label: 'Español' }, { value: 'en', label: 'English' }]}
          onChange={(next) => next && setDraft({ ...draft, language: next as 'en' | 'es' })}
        />
      </Fields>
    </Dialog>
  );
}
