import { refusalText } from '#api-client';
import { DateField, DateText, DecimalField, decimalText, ErrorState, SelectField, SkeletonRows } from '#design';
import { ExchangeRatesDocument, SetExchangeRateDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { Section } from '../section.tsx';
import styles from '../company.module.css';

interface ExchangeRatesProps {
  readonly currency: string;
  readonly mayWrite: boolean;
}

const shown = 12;

/** What one unit of another currency is worth, from a day on; an order keeps the rate of its day. */
export function ExchangeRates({ currency, mayWrite }: ExchangeRatesProps) {
  const language = useLanguage();
  const { data, error, refetch } = useQuery(ExchangeRatesDocument);
  const [all, setAll] = useState(false);
  const rates = data?.exchangeRates ?? [];
  return (
    <Section title={m.company_rates()} explained={m.company_rates_explained({ currency })}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && rates.length === 0 && <p className={styles.quiet}>{m.company_no_rates({ currency })}</p>}
      {rates.length > 0 && (
        <table className={styles.table}>
          <thead><tr><th scope="col">{m.company_from_day()}</th><th scope="col">{m.company_currency()}</th><th scope="col">{m.company_rate({ currency })}</th></tr></thead>
          <tbody>{(all ? rates : rates.slice(0, shown)).map(({ currency: other, onDate, rate }) => <tr key={other + onDate}><th scope="row"><DateText value={onDate} /></th><td>{other}</td><td className="num">{decimalText(rate, language)}</td></tr>)}</tbody>
        </table>
      )}
      {rates.length > shown && !all && <Button variant="subtle" color="gray" style={{ justifySelf: 'start' }} onClick={() => setAll(true)}>{m.company_show_all()}</Button>}
      {mayWrite && <RateForm own={currency} />}
    </Section>
  );
}

function RateForm({ own }: { readonly own: string }) {
  const language = useLanguage();
  const [draft, setDraft] = useState({ currency: 'USD', onDate: '', rate: '' });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string }>();
  const [set, { loading }] = useMutation(SetExchangeRateDocument, { refetchQueries: ['ExchangeRates'] });
  const currencies = useMemo(() => Intl.supportedValuesOf('currency').filter((code) => code !== own), [own]);
  const errorOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d+(\.\d+)?$/.test(draft.rate)) return setProblem({ field: 'rate', text: m.company_rate_form() });
    const refusal = (await set({ variables: { input: draft } })).data?.setExchangeRate.refusal;
    setProblem(refusal ? { field: refusal.field ?? 'rate', text: refusalText(refusal, language) } : undefined);
    if (!refusal) setDraft({ ...draft, rate: '' });
  };
  return (
    <form className={styles.adding} onSubmit={(event) => void submit(event).catch(() => setProblem({ field: 'rate', text: m.company_failed() }))}>
      <SelectField size="xs" w={100} aria-label={m.company_currency()} searchable limit={60} data={currencies} value={draft.currency} error={errorOf('currency')} onChange={(currency) => currency && setDraft({ ...draft, currency })} />
      <DateField size="xs" w={130} aria-label={m.company_from_day()} required value={draft.onDate} error={errorOf('onDate')} onChange={(onDate) => setDraft((before) => ({ ...before, onDate }))} />
      <DecimalField size="xs" w={110} aria-label={m.company_rate({ currency: own })} placeholder={decimalText('0.92', language)} required allowNegative={false} value={draft.rate} error={errorOf('rate')} onChange={(rate) => setDraft((before) => ({ ...before, rate }))} />
      <Button type="submit" variant="default" loading={loading}>{m.company_set_rate()}</Button>
    </form>
  );
}
