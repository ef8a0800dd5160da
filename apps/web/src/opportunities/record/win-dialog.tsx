import { refusalText } from '#api-client';
import { decimalOrText, decimalText, Dialog, FieldRow, Fields, KeyHint, LongTextField, ManySelectField, showToast, SwitchField, TextField } from '#design';
import { type WinReason, WinOpportunityDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { winReasonLabels } from '@orbita/domain/opportunities';
import { type FormEvent, useId, useRef, useState } from 'react';
import { GateList } from './gate-list.tsx';
import type { InTurn, OpportunityRecord } from './use-opportunity.ts';

interface WinDialogProps {
  readonly opportunity: OpportunityRecord;
  readonly inTurn: InTurn;
  readonly onClose: () => void;
  readonly onWon: () => void;
}

/** Winning makes the order: what was bought, and why. */
export function WinDialog({ opportunity, inTurn, onClose, onWon }: WinDialogProps) {
  const formId = useId();
  const language = useLanguage();
  const { id, title, amount, allowedMoves, viewerCanOverride } = opportunity;
  const missing = allowedMoves.find(({ to }) => to === 'WON')?.missing ?? [];
  const [draft, setDraft] = useState({ description: title, unitPrice: decimalText(amount?.amount, language), quantity: '1', tracked: true, reasons: [] as string[], note: '', overrideReason: '' });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string }>();
  const key = useRef(crypto.randomUUID());
  const [win, { loading }] = useMutation(WinOpportunityDocument);
  const barred = missing.length > 0 && !viewerCanOverride;
  const errorAt = (part: string) => (problem?.field.includes(part) ? problem.text : undefined);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (barred) return;
    const input = {
      id, reasons: draft.reasons as WinReason[], ...(draft.note.trim() ? { note: draft.note } : {}), ...(draft.overrideReason.trim() ? { overrideReason: draft.overrideReason } : {}),
      order: { tracked: draft.tracked, lines: [{ description: draft.description, quantity: decimalOrText(draft.quantity, language) ?? '1', unitPrice: decimalOrText(draft.unitPrice, language) }] },
    };
    const answer = await inTurn((expectedVersion) => win({ variables: { input: { ...input, expectedVersion }, key: key.current } })).catch(() => undefined);
    key.current = crypto.randomUUID();
    const result = answer?.data?.winOpportunity;
    if (!result || result.refusal) return setProblem({ field: result?.refusal?.field ?? '', text: result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved() });
    showToast(m.opportunities_was_won({ title, number: result.opportunity?.order?.number ?? '' }));
    onWon();
    return onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.opportunities_win(), group: 'page', inDialog: true, run: () => void submit() }, !loading && !barred);
  const text = (field: 'description' | 'unitPrice' | 'quantity' | 'note' | 'overrideReason') =>
    ({ value: draft[field], onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [field]: event.currentTarget.value }) });
  return (
    <Dialog
      title={m.opportunities_win_title({ title })} onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.design_cancel()}</Button><Button type="submit" form={formId} loading={loading} disabled={barred || (missing.length > 0 && draft.overrideReason.trim() === '')} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.opportunities_win()}</Button></>}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Fields refusal={problem && !/lines|note|override/.test(problem.field) ? problem.text : undefined}>
          {missing.length > 0 && <div><p>{m.opportunities_gate_missing({ title })}</p><GateList missing={missing} /></div>}
          {missing.length > 0 && viewerCanOverride && <LongTextField label={m.opportunities_override_reason()} description={m.opportunities_override_told()} minRows={2} error={errorAt('override')} {...text('overrideReason')} />}
          <TextField label={m.opportunities_sold()} data-autofocus error={errorAt('description')} {...text('description')} />
          <FieldRow>
            <TextField label={m.opportunities_quantity()} inputMode="decimal" error={errorAt('quantity')} {...text('quantity')} />
            <TextField label={m.opportunities_unit_price()} inputMode="decimal" error={errorAt('unitPrice') ?? errorAt('order.lines')} {...text('unitPrice')} />
          </FieldRow>
          <SwitchField label={m.opportunities_tracked()} checked={draft.tracked} onChange={(event) => setDraft({ ...draft, tracked: event.currentTarget.checked })} />
          <ManySelectField label={m.opportunities_win_reasons()} data={Object.entries(winReasonLabels).map(([value, label]) => ({ value, label: label[language] }))} value={draft.reasons} onChange={(reasons) => setDraft({ ...draft, reasons })} />
          <LongTextField label={m.opportunities_note()} minRows={2} maxLength={2000} error={errorAt('note')} {...text('note')} />
        </Fields>
      </form>
    </Dialog>
  );
}
