import { Chip } from '#design';
import { m } from '#words';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../record.module.css';
import type { CustomerEditing, Identity } from './use-edit-customer.ts';

/** Words that the company puts on its customers: Enter adds one, the cross takes it off. */
export function TagsField({ customer, editing }: { readonly customer: Identity; readonly editing: CustomerEditing }) {
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const set = async (tags: string[]) => setRefusal(await editing.save(customer, {
    label: m.customers_tags(), wanted: tags.join(', '), patch: { tags }, back: { tags: [...customer.tags] }, shown: { tags }, valueOf: (each) => each.tags.join(', '),
  }));
  const add = () => {
    const tag = draft?.trim();
    setDraft(undefined);
    if (tag && !customer.tags.includes(tag)) void set([...customer.tags, tag]);
  };
  return (
    <div className={styles.tags}>
      {customer.tags.map((tag) => (
        <Chip key={tag}>
          {tag}
          {customer.viewerCanUpdate && <button type="button" className={styles.untag} aria-label={m.customers_remove_tag({ tag })} onClick={() => void set(customer.tags.filter((each) => each !== tag))}><IconX size={10} aria-hidden /></button>}
        </Chip>
      ))}
      {customer.viewerCanUpdate && (draft === undefined
        ? <button type="button" className={styles.addTag} onClick={() => setDraft('')} aria-label={m.customers_add_tag()}><IconPlus size={12} aria-hidden />{customer.tags.length === 0 && m.customers_add_tag()}</button>
        : (
          <input
            autoFocus className={styles.edit} style={{ width: 120 }} value={draft} aria-label={m.customers_add_tag()} onChange={(event) => setDraft(event.currentTarget.value)} onBlur={add}
            onKeyDown={(event) => { if (event.key === 'Enter') add(); if (event.key === 'Escape') setDraft(undefined); }}
          />
        ))}
      {refusal && <span role="alert" className={styles.refusal}>{refusal}</span>}
    </div>
  );
}
