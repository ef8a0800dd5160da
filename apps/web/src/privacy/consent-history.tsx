import { Chip, DateText, lazily, showToast, useFormatting } from '#design';
import { channelWord, hasLapsed, statementsOf } from '#contacts';
import { type ConsentHistoryFragment, RecordStatementDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { Channel } from '@orbita/domain/contacts';
import { type LeadChannel, leadChannelLabels } from '@orbita/domain/leads';
import { lawfulBasisLabels, latestStatement, type ProcessingPurpose, processingPurposeLabels } from '@orbita/domain/privacy';
import { consentStates } from '@orbita/domain/facts';
import { useState } from 'react';
import { lastDay } from './last-day.ts';
import styles from './privacy.module.css';

const ConsentForm = lazily(async () => (await import('./consent-form.tsx')).ConsentForm);

interface ConsentHistoryProps {
  readonly customer: ConsentHistoryFragment;
  readonly mayRecord: boolean;
}

type Said = ConsentHistoryFragment['consents'][number];

/** Everything he ever agreed or objected to, the latest first, with what proves it. */
export function ConsentHistory({ customer, mayRecord }: ConsentHistoryProps) {
  const [recording, setRecording] = useState(false);
  const statements = statementsOf(customer.consents);
  const counts = ({ id, channel, purpose }: Said) => latestStatement(statements, channel as Channel, purpose as ProcessingPurpose)?.id === id;
  const all = customer.consents.toSorted((a, b) => Date.parse(b.givenAt) - Date.parse(a.givenAt) || (a.id < b.id ? 1 : -1));
  return (
    <section aria-labelledby="privacy-consents" className={styles.card}>
      <div className={styles.head}>
        <h2 id="privacy-consents">{m.privacy_consents()}</h2>
        {customer.doNotContact && <Chip tone="bad">{m.privacy_no_contact()}</Chip>}
        {mayRecord && <Button variant="default" size="xs" onClick={() => setRecording(true)}>{m.privacy_record()}…</Button>}
      </div>
      {all.length === 0 && <p className={styles.quiet}>{m.privacy_consents_none()}</p>}
      <ul className={styles.statements}>
        {all.map((said) => <Statement key={said.id} said={said} counts={counts(said)} customerId={customer.id} mayRecord={mayRecord} />)}
      </ul>
      {recording && <ConsentForm customerId={customer.id} onClose={() => setRecording(false)} />}
    </section>
  );
}

/** Through what it reached us: a door of ours by its name, else as it was written. */
const sourceWord = (source: string, language: 'en' | 'es'): string =>
  source === 'STAFF' ? m.privacy_by_staff() : leadChannelLabels[source as LeadChannel]?.[language] ?? source;

interface StatementProps {
  readonly said: Said;
  /** Whether it is the last word about its channel and purpose. */
  readonly counts: boolean;
  readonly customerId: string;
  readonly mayRecord: boolean;
}

function Statement({ said, counts, customerId, mayRecord }: StatementProps) {
  const { language, timeZone } = useFormatting();
  const lapsed = hasLapsed(said, Date.now());
  const holds = counts && !lapsed;
  const [record, { loading }] = useMutation(RecordStatementDocument);
  const withdraw = async () => {
    const { channel, purpose, lawfulBasis } = said;
    const { data } = await record({ variables: { input: { customerId, channel, purpose, lawfulBasis, state: 'DENIED', source: 'STAFF' } } }).catch(() => ({ data: undefined }));
    const no = data ? data.recordConsent.refusal?.message : m.customers_not_saved();
    showToast(no ?? m.privacy_recorded(), no ? { tone: 'bad' } : {});
  };
  const proof = [said.source && sourceWord(said.source, language), said.wording && m.privacy_in_words({ words: said.wording }), said.document, said.proof].filter(Boolean).join(' · ');
  return (
    <li data-counts={holds}>
      <div className={styles.said}>
        {lapsed ? <Chip tone="warn">{m.privacy_lapsed()}</Chip> : <Chip tone={said.state === 'GRANTED' ? 'ok' : 'bad'}>{consentStates[said.state]?.[language] ?? said.state}</Chip>}
        <b>{channelWord(said.channel)} · {processingPurposeLabels[said.purpose as ProcessingPurpose]?.[language] ?? said.purpose}</b>
        {holds && <span className={styles.quiet}>{m.privacy_holds()}</span>}
        <span className={styles.when}><DateText value={said.givenAt} /></span>
      </div>
      <div className={styles.quiet}>
        {lawfulBasisLabels[said.lawfulBasis as keyof typeof lawfulBasisLabels]?.[language] ?? said.lawfulBasis}
        {proof && ` · ${proof}`}
        {said.validUntil && <> · {m.privacy_valid_until()} <DateText value={lastDay(said.validUntil, timeZone)} /></>}
      </div>
      {mayRecord && holds && said.state === 'GRANTED' && <Button variant="subtle" color="gray" size="compact-xs" loading={loading} onClick={() => void withdraw()}>{m.privacy_withdraw()}</Button>}
    </li>
  );
}
