import type { Selection } from '#bulk';
import { CustomValueText } from '#custom-fields';
import { Monogram, StageDot, useFormatting } from '#design';
import { m } from '#words';
import { useEffect, useRef } from 'react';
import { channelWord, glimpse, statusColor, statusWord } from '../lead-words.ts';
import styles from '../leads.module.css';
import { ResponseClock } from './response-clock.tsx';
import type { ListedLead } from './use-leads.ts';

interface LeadListProps {
  readonly leads: readonly ListedLead[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Those with whom something is to be done; for whoever may do it with many. */
  readonly chosen: Selection | undefined;
}

/** One line a lead: who, what he wrote, how it stands with the answer, whose it is. */
export function LeadList({ leads, selected, onSelect, chosen }: LeadListProps) {
  const { language } = useFormatting();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ul className={styles.lines} data-choosing={chosen && chosen.ids.size > 0 ? true : undefined} ref={list} aria-label={m.leads_list()}>
      {leads.map((lead) => (
        <li key={lead.id} data-chosen={chosen && (chosen.everything || chosen.ids.has(lead.id)) ? true : undefined}>
          {chosen && (
            <label className={styles.choose}>
              <input
                type="checkbox" checked={chosen.everything || chosen.ids.has(lead.id)} aria-label={m.design_select_row({ name: lead.customer.name })}
                onChange={() => chosen.toggle(lead.id)}
              />
            </label>
          )}
          <button type="button" className={styles.line} aria-current={lead.id === selected} onClick={() => onSelect(lead.id)}>
            <Monogram name={lead.customer.name} size={32} />
            <span className={styles.what}>
              <span className={styles.who}>
                <b>{lead.customer.name}</b>
                <span className={styles.status}><StageDot color={statusColor[lead.status]} />{statusWord(lead.status, language)}</span>
              </span>
              <span className={styles.glimpse}>{glimpse(lead) || channelWord(lead.channel, language)}</span>
              <OwnOf lead={lead} />
              <span className={styles.foot}>
                <ResponseClock lead={lead} />
                <span>{channelWord(lead.channel, language)} · {lead.owner?.name ?? m.leads_nobody()}</span>
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was chosen of the company's own fields, as far as the lead has it. */
function OwnOf({ lead: { customValues = [] } }: { readonly lead: ListedLead }) {
  const told = customValues.map((value) => ({ value, text: CustomValueText({ value }) })).filter(({ text }) => text !== null && text !== '');
  if (told.length === 0) return null;
  return <span className={styles.ownLine}>{told.map(({ value, text }) => <span key={value.name}><span>{value.label}</span> {text}</span>)}</span>;
}
