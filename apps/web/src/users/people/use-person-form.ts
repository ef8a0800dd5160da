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
  /** Somebody else was first: this is how he stands now. */
  readonly theirs?: Person;
  /** Does over it what was refused. */
  readonly insist?: () => Promise<boolean>;
}

const startOf = (person: Person | undefined, language: 'en' | 'es'): PersonDraft => ({
  name: person?.name ?? '', email: person?.email ?? '', role: person?.role ?? 'sales', teamId: person?.team?.id ?? null,
  partnerId: person?.partner?.id ?? null, language: person?.language ?? language,
  skills: person?.skills ?? [], territories: person?.territories ?? [], password: '',
});

/** As it is sent: staff belong to a team, people of a partner to him. */
const inputOf = ({ password: _, ...draft }: PersonDraft) => ({
  ...draft, teamId: draft.role === 'partner' ? null : draft.teamId, partnerId: draft.role === 'partner' ? draft.partnerId : null, skills: [...draft.skills], territories: [...draft.territories],
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A person under way; every write answers whether it was done. */
export function usePersonForm(person: Person | undefined) {
  const language = useLanguage();
  /** As he stood when the editing began: only what differs from it is sent, and over no later version unseen. */
  const [basis, setBasis] = useState(person);
  const [draft, setDraft] = useState(() => startOf(person, language));
  const [problem, setProblem] = useState<Problem>();
  const again = { refetchQueries: ['Users', 'Groups', 'RuleNames', 'FilterPeople'] };
  const [create, creating] = useMutation(CreateUserDocument, again);
  const [update, updating] = useMutation(UpdateUserDocument, again);
  const answer = (refusal: Refused | null | undefined, ways: Pick<Problem, 'theirs' | 'insist'> = {}) => {
    setProblem(refusal ? { field: refusal.field ?? undefined, text: refusalText(refusal, language), ...ways } : undefined);
    return !refusal;
  };
  const failed = () => {
    setProblem({ field: undefined, text: m.users_failed() });
    return false;
  };
  const change = (id: string, expectedVersion: number, what: object): Promise<boolean> => update({ variables: { input: { id, expectedVersion, ...what } } })
    .then(({ data }) => {
      const { refusal, user: theirs } = data?.updateUser ?? {};
      return answer(refusal, refusal?.code === 'STALE_VERSION' && theirs ? { theirs, insist: () => change(id, theirs.version, what) } : {});
    }).catch(failed);
  const input = inputOf(draft);
  const { password } = draft;
  const changed = (from: Person) => {
    const before: Record<string, unknown> = inputOf(startOf(from, language));
    return Object.fromEntries(Object.entries({ ...input, ...(password ? { password } : {}) }).filter(([key, value]) => !same(value, before[key])));
  };
  return {
    basis, draft, problem, busy: creating.loading || updating.loading,
    set: (next: Partial<PersonDraft>) => {
      // What is written from here on is not in what was refused: it is asked anew.
      setProblem((before) => (before?.insist ? undefined : before));
      setDraft((before) => ({ ...before, ...next }));
    },
    errorOf: (field: string) => (problem?.field === field || problem?.field?.startsWith(`${field}.`) ? problem.text : undefined),
    save: (): Promise<boolean> => basis
      ? change(basis.id, basis.version, changed(basis))
      : create({ variables: { input: { ...input, password: password || null } } }).then(({ data }) => answer(data?.createUser.refusal)).catch(failed),
    setActive: (active: boolean): Promise<boolean> => (basis ? change(basis.id, basis.version, { active }) : Promise.resolve(false)),
    /** Begins anew from how somebody else left him. */
    take: (theirs: Person) => {
      setBasis(theirs);
      setDraft(startOf(theirs, language));
      setProblem(undefined);
    },
  };
}
