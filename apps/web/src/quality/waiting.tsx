import { useMe } from '#access';
import { refusalText } from '#api-client';
import { Chip, ConfirmDialog, NumberText, showToast } from '#design';
import { OpenEnrichmentsDocument, type OpenEnrichmentsQuery, TakeCertainEnrichmentDocument, TakesCertainEnrichmentDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { enrichmentFieldLabels } from '@orbita/domain/enrichment';
import { useState } from 'react';
import styles from './quality.module.css';
import { useEnrichment } from './use-enrichment.ts';

type Waits = OpenEnrichmentsQuery['openEnrichments'][number];

const atOnce = 100;

/** What could be filled in of anybody, kind by kind, and whether what is certain needs a person. */
export function Waiting() {
  const { role } = useMe();
  const language = useLanguage();
  const { data } = useQuery(OpenEnrichmentsDocument, { fetchPolicy: 'cache-and-network', pollInterval: 60_000 });
  const { acceptAll } = useEnrichment();
  const [asked, setAsked] = useState<Waits>();
  const [busy, setBusy] = useState(false);
  const waiting = data?.openEnrichments ?? [];
  const maySet = scopeOf(role, 'company', 'update') !== 'none';
  if (waiting.length === 0 && !maySet) return null;
  const accept = async (kind: Waits) => {
    setBusy(true);
    await acceptAll(kind);
    setBusy(false);
    setAsked(undefined);
  };
  return (
    <section className={styles.card} aria-label={m.quality_waiting()}>
      <h2>{m.quality_waiting()}</h2>
      {waiting.length > 0 && (
        <ul className={styles.waiting}>
          {waiting.map((each) => (
            <li key={`${each.field} ${each.confidence}`}>
              <span>{enrichmentFieldLabels[each.field][language]}</span>
              <Chip tone={each.confidence === 'CERTAIN' ? 'ok' : 'plain'}>{each.confidence === 'CERTAIN' ? m.quality_certain() : m.quality_likely()}</Chip>
              <NumberText value={each.proposals} />
              <Button size="compact-xs" variant="default" aria-label={m.quality_accept_all_of({ field: enrichmentFieldLabels[each.field][language] })} onClick={() => setAsked(each)}>{m.quality_accept_all()}</Button>
            </li>
          ))}
        </ul>
      )}
      {maySet && <TakeCertain />}
      {asked && (
        <ConfirmDialog title={m.quality_accept_sure({ count: Math.min(asked.proposals, atOnce) })} action={m.quality_accept_all()} busy={busy} onConfirm={() => void accept(asked)} onClose={() => setAsked(undefined)}>
          <p>{m.quality_accept_sure_text()}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function TakeCertain() {
  const client = useApolloClient();
  const language = useLanguage();
  const { data, refetch } = useQuery(TakesCertainEnrichmentDocument);
  const [wanted, setWanted] = useState<boolean>();
  if (!data) return null;
  const set = async (takes: boolean) => {
    setWanted(takes);
    const { data: done } = await client.mutate({ mutation: TakeCertainEnrichmentDocument, variables: { takes } }).catch(() => ({ data: undefined }));
    const refusal = done?.takeCertainEnrichment.refusal;
    if (!done || refusal) showToast(refusal ? refusalText(refusal, language) : m.quality_failed(), { tone: 'bad' });
    await refetch().catch(() => {});
    setWanted(undefined);
  };
  return (
    <label className={styles.take}>
      <input type="checkbox" checked={wanted ?? data.takesCertainEnrichment} onChange={(event) => void set(event.currentTarget.checked)} />
      {m.quality_take_certain()}
    </label>
  );
}
