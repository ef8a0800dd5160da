import { refusalText } from '#api-client';
import { useKeptDraft } from '#drafts';
import { showToast } from '#design';
import { type SettingsFragment, UpdateCompanyDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
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

/** The company's settings until they are saved; a refusal stands at its field. */
export function useSettingsForm(company: SettingsFragment) {
  const language = useLanguage();
  // Of another version nothing is brought back: it would be written over what nobody here has seen.
  const kept = useKeptDraft(`company.${company.version}`, () => draftOf(company));
  const { draft, setDraft } = kept;
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string; readonly stale: boolean }>();
  const [update, { loading }] = useMutation(UpdateCompanyDocument, { refetchQueries: ['CompanyAtHand'] });
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(company));
  useEffect(() => {
    if (!dirty) kept.forget();
  });
  const save = async () => {
    const input = { ...draft, holidays: draft.holidays.filter(Boolean), expectedVersion: company.version };
    const { data } = await update({ variables: { input: input as never } });
    const refusal = data?.updateCompany.refusal;
    setProblem(refusal ? { field: refusal.field ?? '', text: refusalText(refusal, language), stale: refusal.code === 'STALE_VERSION' } : undefined);
    if (refusal) return;
    kept.forget();
    showToast(m.company_saved());
  };
  return {
    draft, dirty, problem, loading, kept: { isBack: kept.isBack && dirty, startAnew: kept.startAnew },
    set: (next: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...next })),
    reset: kept.startAnew,
    save: () => save().catch(() => setProblem({ field: '', text: m.company_failed(), stale: false })),
    /** Refusals name parts of a field too: workingHours.mon.0. */
    errorOf: (field: string) => (problem && (problem.field === field || problem.field.startsWith(`${field}.`)) ? problem.text : undefined),
  };
}

export type SettingsState = ReturnType<typeof useSettingsForm>;
