import { DraftNote } from '#drafts';
import { BothWays, FieldRow, Fields, KeyHint, SelectField, TextField, dateFormat } from '#design';
import type { SettingsFragment } from '#operations';
import { countryChoices } from '#rules';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useMemo } from 'react';
import { Section } from '../section.tsx';
import { Holidays } from './holidays.tsx';
import { LogoField } from './logo-field.tsx';
import { type SettingsState, useSettingsForm } from './use-settings-form.ts';
import { WorkingWeek } from './working-week.tsx';
import styles from '../company.module.css';

interface SettingsFormProps {
  readonly company: SettingsFragment;
  readonly mayWrite: boolean;
}

const known = ['name', 'logo', 'country', 'currency', 'zone', 'language', 'fiscalYearStart', 'workingHours', 'holidays'];

export function SettingsForm({ company, mayWrite }: SettingsFormProps) {
  const form = useSettingsForm(company);
  const { problem, draft, set, errorOf } = form;
  const theirs = problem?.theirs;
  const elsewhere = problem && theirs === undefined && !known.includes(problem.field.split('.')[0] ?? '');
  useShortcut({ keys: 'mod+enter', label: m.company_save(), group: 'page', run: () => void form.save() }, mayWrite && form.dirty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <DraftNote {...form.kept} />
      <fieldset disabled={!mayWrite} className={styles.fieldset}>
        <Section title={m.company_identity()} explained={m.company_identity_explained()}>
          <Fields refusal={elsewhere ? problem.text : undefined}><Identity form={form} /></Fields>
        </Section>
        <Section title={m.company_hours()} explained={m.company_hours_explained()}>
          <WorkingWeek hours={draft.workingHours} onChange={(workingHours) => set({ workingHours })} fault={problem?.field.startsWith('workingHours') ? problem : undefined} />
        </Section>
        <Section title={m.company_holidays()} explained={m.company_holidays_explained()}>
          <Holidays holidays={draft.holidays} onChange={(holidays) => set({ holidays })} error={errorOf('holidays')} />
        </Section>
      </fieldset>
      {(form.dirty || problem) && mayWrite && (
        <div className={styles.save}>
          {problem && <span role="alert" className={styles.bad}>{theirs === undefined ? m.company_not_saved() : problem.text}</span>}
          {theirs === undefined
            ? <Button variant="default" onClick={form.reset}>{m.company_discard()}</Button>
            : <BothWays onTheirs={form.reset} onMine={() => void form.save(theirs)} />}
          <Button type="submit" loading={form.loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.company_save()}</Button>
        </div>
      )}
    </form>
  );
}

function Identity({ form: { draft, set, errorOf } }: { readonly form: SettingsState }) {
  const language = useLanguage();
  const lists = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    return {
      currencies: Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` })),
      zones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') })),
      months: Array.from({ length: 12 }, (_, month) => ({ value: String(month + 1), label: dateFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)) })),
    };
  }, [language]);
  const pick = (field: 'country' | 'currency' | 'zone' | 'language') => ({ value: draft[field], error: errorOf(field), onChange: (value: string | null) => value && set({ [field]: value }) });
  return (
    <>
      <TextField label={m.company_name()} value={draft.name} maxLength={120} error={errorOf('name')} onChange={(event) => set({ name: event.currentTarget.value })} />
      <LogoField value={draft.logo} error={errorOf('logo')} onChange={(logo) => set({ logo })} />
      <FieldRow>
        <SelectField label={m.company_country()} searchable data={[...countryChoices(language)]} {...pick('country')} />
        <SelectField label={m.company_language()} data={[{ value: 'es', label: 'Español' }, { value: 'en', label: 'English' }]} {...pick('language')} />
      </FieldRow>
      <FieldRow>
        <SelectField label={m.company_currency()} searchable limit={60} data={lists.currencies} description={m.company_currency_fixed()} {...pick('currency')} />
        <SelectField label={m.company_zone()} searchable limit={60} data={lists.zones} {...pick('zone')} />
      </FieldRow>
      <FieldRow>
        <SelectField label={m.company_fiscal()} data={lists.months} value={String(draft.fiscalYearStart)} error={errorOf('fiscalYearStart')} onChange={(month) => month && set({ fiscalYearStart: Number(month) })} />
        <span />
      </FieldRow>
    </>
  );
}
