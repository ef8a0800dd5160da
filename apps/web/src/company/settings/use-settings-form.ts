import { refusalText } from '#api-client';
import { useKeptDraft } from '#drafts';
import { showToast } from '#design';
import { type SettingsFragment, UpdateCompanyDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import type { Hours } from './working-week.tsx';

export interface SettingsDraft {
  readonly name: string;
  /** A picture as a data: address. */
  readonly logo: string | null;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: string;
  readonly fiscalYearStart: number;
  readonly workingHours: Hours;
  readonly holidays: readonly string[];
}

const draftOf = ({ name, logo, country, currency, zone, language, fiscalYearStart, workingHours, holidays }: SettingsFragment): SettingsDraft =>
  ({ name, logo, country, currency, zone, language, fiscalYearStart, workingHours: workingHours as Hours, holidays });

interface Problem {
  readonly field: string;
  readonly text: string;
  /** Somebody else saved meanwhile: the version that stands now. */
  readonly theirs?: number;
}

/** The company's settings until they are saved; a refusal stands at its field. */
export function useSettingsForm(company: SettingsFragment) {
  const language = useLanguage();
  // With the version in which it stood when the editing began: what somebody else saved meanwhile is not written over.
  const kept = useKeptDraft<{ readonly version?: number; readonly edited?: SettingsDraft }>('company', () => ({}));
  const stands = useMemo(() => draftOf(company), [company]);
  const { edited, version = company.version } = kept.draft;
  const draft = edited ?? stands;
  const [problem, setProblem] = useState<Problem>();
  const [update, { loading }] = useMutation(UpdateCompanyDocument, { refetchQueries: ['CompanyAtHand'] });
  const dirty = JSON.stringify(draft) !== JSON.stringify(stands);
  // What was taken back by hand is no draft either: it would stand against what somebody else saves later.
  useEffect(() => {
    if (edited && !dirty) kept.startAnew();
  });
  const reset = () => {
    kept.startAnew();
    setProblem(undefined);
  };
  const save = async (over: number) => {
    const input = { ...draft, holidays: draft.holidays.filter(Boolean), expectedVersion: over };
    const { data } = await update({ variables: { input: input as never } });
    const { refusal, company: now } = data?.updateCompany ?? {};
    if (refusal) {
      const theirs = refusal.code === 'STALE_VERSION' && now ? { theirs: now.version } : {};
      return setProblem({ field: refusal.field ?? '', text: refusalText(refusal, language), ...theirs });
    }
    reset();
    return showToast(m.company_saved());
  };
  return {
    draft, dirty, problem, loading, kept: { isBack: kept.isBack && dirty, startAnew: reset },
    set: (next: Partial<SettingsDraft>) => kept.setDraft((before) => ({ version: before.version ?? company.version, edited: { ...stands, ...before.edited, ...next } })),
    reset,
    /** Saves over the version one has seen, or over a later one that one has been told of. */
    save: (over = version) => save(over).catch(() => setProblem({ field: '', text: m.company_failed() })),
    /** Refusals name parts of a field too: workingHours.mon.0. */
    errorOf: (field: string) => (problem && (problem.field === field || problem.field.startsWith(`${field}.`)) ? problem.text : undefined),
  };
}

export type SettingsState = ReturnType<typeof useSettingsForm>;
