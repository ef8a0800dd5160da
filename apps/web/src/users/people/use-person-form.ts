import { refusalText, type Refused } from '#api-client';
import { CreateUserDocument, UpdateUserDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import type { Role } from '@orbita/domain/access';
import { useState } from 'react';
import type { Person } from './people.tsx';

export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly partnerId: string | null;
  readonly language: 'en' | 'es';
  readonly skills: readonly string[];
  readonly territories: readonly string[];
  readonly password: string;
}

export interface Problem {
  readonly field: string | undefined;
  readonly text: string;
}

const startOf = (person: Person | undefined, language: 'en' | 'es'): PersonDraft => ({
  name: person?.name ?? '', email: person?.email ?? '', role: person?.role ?? 'sales', teamId: person?.team?.id ?? null,
  partnerId: person?.partner?.id ?? null, language: person?.language ?? language,
  skills: person?.skills ?? [], territories: person?.territories ?? [], password: '',
});

/** A person under way; every write answers whether it was done. */
export function usePersonForm(person: Person | undefined) {
  const language = useLanguage();
  const [draft, setDraft] = useState(() => startOf(person, language));
  const [version, setVersion] = useState(person?.version ?? 1);
  const [problem, setProblem] = useState<Problem>();
  const again = { refetchQueries: ['Users', 'Groups', 'RuleNames', 'FilterPeople'] };
  const [create, creating] = useMutation(CreateUserDocument, again);
  const [update, updating] = useMutation(UpdateUserDocument, again);
  const answer = (refusal: Refused | null | undefined, now?: Person | null) => {
    setProblem(refusal ? { field: refusal.field ?? undefined, text: refusalText(refusal, language) } : undefined);
    if (now) setVersion(now.version);
    return !refusal;
  };
  const failed = () => {
    setProblem({ field: undefined, text: m.users_failed() });
    return false;
  };
  const { password, ...rest } = draft;
  // Staff belong to a team, people of a partner to him.
  const input = { ...rest, teamId: draft.role === 'partner' ? null : draft.teamId, partnerId: draft.role === 'partner' ? draft.partnerId : null, skills: [...draft.skills], territories: [...draft.territories] };
  const change = (id: string, more: object): Promise<boolean> => update({ variables: { input: { id, expectedVersion: version, ...more } } })
    .then(({ data }) => answer(data?.updateUser.refusal, data?.updateUser.user)).catch(failed);
  return {
    draft, problem, busy: creating.loading || updating.loading,
    set: (next: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...next })),
    errorOf: (field: string) => (problem?.field === field || problem?.field?.startsWith(`${field}.`) ? problem.text : undefined),
    save: (): Promise<boolean> => person
      ? change(person.id, { ...input, ...(password ? { password } : {}) })
      : create({ variables: { input: { ...input, password: password || null } } }).then(({ data }) => answer(data?.createUser.refusal)).catch(failed),
    setActive: (active: boolean): Promise<boolean> => (person ? change(person.id, { active }) : Promise.resolve(false)),
  };
}
