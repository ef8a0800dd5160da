import { refusalText } from '#api-client';
import { decimalOrText, decimalText, Money, showToast, useFormatting } from '#design';
import { SetAcquisitionCostDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { parseMoney } from '@orbita/domain/money';
import { isRefused } from '@orbita/domain/refusal';
import type { Record } from '../use-record.ts';
import { InlineField } from './inline-field.tsx';

/** What it cost to win him, for those who may read margins; whoever keeps his orders besides writes it here. */
export function AcquisitionCost({ customer }: { readonly customer: Record }) {
  const { language, currency } = useFormatting();
  const [set] = useMutation(SetAcquisitionCostDocument);
  const { id, version, viewerCanSetAcquisitionCost, facts: { acquisitionCost } } = customer;
  const label = m.customers_acquisition_cost();
  // What stands now is what is replaced: one who was told that somebody else changed it has seen that.
  const send = async (cost: string | null, expectedVersion = version): Promise<{ readonly no?: string; readonly version?: number | undefined }> => {
    const { data } = await set({ variables: { input: { id, expectedVersion, cost } } }).catch(() => ({ data: undefined }));
    if (!data) return { no: m.customers_not_saved() };
    const { refusal, customer: now } = data.setAcquisitionCost;
    return refusal ? { no: refusalText(refusal, language) } : { version: now?.version };
  };
  const save = async (typed: string): Promise<string | undefined> => {
    const before = acquisitionCost?.amount ?? null;
    const cost = decimalOrText(typed, language);
    const read = cost === null ? null : parseMoney(cost, currency);
    if (isRefused(read)) return refusalText(read, language);
    const { no, version: next } = await send(cost);
    if (no) return no;
    showToast(m.customers_changed({ field: label }), { undo: () => void send(before, next).then((undone) => undone.no && showToast(undone.no, { tone: 'bad' })) });
    return undefined;
  };
  return (
    <InlineField
      label={label} value={decimalText(acquisitionCost?.amount, language)} shown={acquisitionCost && <Money {...acquisitionCost} />}
      mayEdit={viewerCanSetAcquisitionCost} basis={version} onSave={save}
    />
  );
}
