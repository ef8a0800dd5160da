import { SelectField, TextField } from '#design';
import type { ImportOnExisting, ImportOnLikely, ImportOnUnknownOwner, ImportRoom, ImportSketchDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';
import { useMemo } from 'react';
import { type Draft, sayingOwner, sourceOf, withConstant } from '../draft/draft.ts';
import { RadioCards } from './radio-cards.tsx';
import styles from './how.module.css';

interface EveryRowProps {
  readonly draft: Draft;
  readonly targets: ImportSketchDetailsFragment['targets'];
  readonly put: (change: (draft: Draft) => Draft) => void;
}

const kind = 'customer.kind';
const currencies = ['order.currency', 'opportunity.currency', 'product.currency'];

/** What writing over means for what is here; where nothing of it is changed by a file, nothing is asked. */
const updateHow: Readonly<Record<ImportRoom, (() => string) | null>> = {
  customers: m.imports_update_how, contacts: m.imports_update_how, products: m.imports_update_how, leads: m.imports_update_leads_how,
  opportunities: m.imports_update_opportunities_how, orders: null, activities: null,
};

/** What no column says: what a row is, its currency, whose ids these are, and what happens to what is here already. */
export function EveryRow({ draft, targets, put }: EveryRowProps) {
  const there = (key: string) => targets.some((target) => target.key === key) && sourceOf(draft, key) === undefined;
  const currency = currencies.find((key) => there(key) && draft.room !== 'customers' && (key !== 'product.currency' || draft.room === 'products'));
  const lossReason = there('opportunity.lossReason') ? targets.find(({ key }) => key === 'opportunity.lossReason') : undefined;
  const updating = updateHow[draft.room];
  const set = (key: string) => (text: string) => put((now) => withConstant(now, key, text));
  return (
    <section className={styles.how} aria-labelledby="imports-how">
      <h2 id="imports-how">{m.imports_every_row()}</h2>
      {there(kind) && (
        <RadioCards
          legend={draft.room === 'customers' ? m.imports_row_is() : m.imports_its_customer_is()} name="kind" value={draft.constants[kind] ?? ''} onChange={set(kind)}
          choices={[
            { value: '', label: m.imports_kind_guess(), hint: m.imports_kind_guess_how() }, { value: 'PERSON', label: m.imports_kind_person() },
            { value: 'ORGANISATION', label: m.imports_kind_organisation() },
          ]}
        />
      )}
      {lossReason && (
        <SelectField
          className={styles.short ?? ''} label={m.imports_loss_reason()} description={m.imports_loss_reason_how()} data={lossReason.choices.map(({ value, label }) => ({ value, label }))} clearable
          value={draft.constants[lossReason.key] ?? null} onChange={(reason) => set(lossReason.key)(reason ?? '')}
        />
      )}
      {currency && <CurrencyField value={draft.constants[currency] ?? ''} onChange={set(currency)} />}
      {updating && (
        <RadioCards
          legend={m.imports_existing()} name="existing" value={draft.onExisting} onChange={(onExisting) => put((now) => ({ ...now, onExisting: onExisting as ImportOnExisting }))}
          choices={[
            { value: 'FILL', label: m.imports_fill(), hint: m.imports_fill_how() }, { value: 'UPDATE', label: m.imports_update(), hint: updating() },
            { value: 'SKIP', label: m.imports_skip(), hint: m.imports_skip_how() },
          ]}
        />
      )}
      {draft.room === 'customers' && (
        <RadioCards
          legend={m.imports_likely()} name="likely" value={draft.onLikely} onChange={(onLikely) => put((now) => ({ ...now, onLikely: onLikely as ImportOnLikely }))}
          choices={[
            { value: 'ASK', label: m.imports_ask(), hint: m.imports_ask_how() }, { value: 'ATTACH', label: m.imports_attach(), hint: m.imports_attach_how() },
            { value: 'SKIP', label: m.imports_leave_out(), hint: m.imports_leave_out_how() },
          ]}
        />
      )}
      {sayingOwner(draft) && (
        <RadioCards
          legend={m.imports_unknown_owner()} name="unknown-owner" value={draft.onUnknownOwner} onChange={(onUnknownOwner) => put((now) => ({ ...now, onUnknownOwner: onUnknownOwner as ImportOnUnknownOwner }))}
          choices={[
            { value: 'EMPTY', label: m.imports_unknown_empty(), hint: m.imports_unknown_empty_how() }, { value: 'REFUSE', label: m.imports_unknown_refuse(), hint: m.imports_unknown_refuse_how() },
          ]}
        />
      )}
      <details className={styles.advanced}>
        <summary>{m.imports_advanced()}</summary>
        <TextField
          label={m.imports_system()} description={m.imports_system_how()} value={draft.system} maxLength={40} spellCheck={false} autoCapitalize="none"
          error={/^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.system) ? undefined : m.imports_system_wrong()}
          onChange={(event) => { const system = event.currentTarget.value.toLowerCase(); put((now) => ({ ...now, system })); }}
        />
      </details>
    </section>
  );
}

function CurrencyField({ value, onChange }: { readonly value: string; readonly onChange: (currency: string) => void }) {
  const language = useLanguage();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [language]);
  return <SelectField className={styles.short ?? ''} label={m.imports_currency()} data={data} searchable limit={60} value={value || null} placeholder={m.imports_currency_own()} onChange={(code) => code !== null && onChange(code)} />;
}
