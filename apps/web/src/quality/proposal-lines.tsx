import { Chip } from '#design';
import type { ProposalsFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { enrichmentFieldLabels } from '@orbita/domain/enrichment';
import styles from './quality.module.css';
import { useEnrichment } from './use-enrichment.ts';

/** What could be filled in of him and why it is thought so; the first is taken or put away by a key. */
export function ProposalLines({ customer: { enrichmentProposals: proposals } }: { readonly customer: ProposalsFragment }) {
  const language = useLanguage();
  const { accept, dismiss } = useEnrichment();
  const [first] = proposals;
  useShortcut({ keys: 'a', label: m.quality_accept_first(), group: 'list', run: () => first && void accept(first.id) }, first !== undefined);
  useShortcut({ keys: 'x', label: m.quality_dismiss_first(), group: 'list', run: () => first && void dismiss(first.id) }, first !== undefined);
  if (!first) return null;
  return (
    <section aria-label={m.quality_proposals()}>
      <h3>{m.quality_proposals()}</h3>
      <ul className={styles.proposals}>
        {proposals.map(({ id, field, value, because, confidence }) => {
          const about = { field: enrichmentFieldLabels[field][language], value: shown(field, value, language) };
          return (
            <li key={id}>
              <span className={styles.proposal}><b>{about.field}: {about.value}</b> <span className={styles.quiet}>{because}</span></span>
              <Chip tone={confidence === 'CERTAIN' ? 'ok' : 'plain'}>{confidence === 'CERTAIN' ? m.quality_certain() : m.quality_likely()}</Chip>
              <Button size="compact-xs" aria-label={m.quality_accept_one(about)} onClick={() => void accept(id)}>{m.quality_accept()}</Button>
              <Button size="compact-xs" variant="default" aria-label={m.quality_dismiss_one(about)} onClick={() => void dismiss(id)}>{m.quality_dismiss()}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A code by its name. */
function shown(field: ProposalsFragment['enrichmentProposals'][number]['field'], value: string, language: 'en' | 'es'): string {
  if (field !== 'language' && field !== 'country') return value;
  return new Intl.DisplayNames(language, { type: field === 'language' ? 'language' : 'region' }).of(value) ?? value;
}
