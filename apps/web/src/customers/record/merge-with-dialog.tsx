import { CustomerField } from '#customer-field';
import { Dialog } from '#design';
import { mergeAddress } from '#merging';
import { m } from '#words';
import { useNavigate } from '@tanstack/react-router';
import type { Record } from './use-record.ts';

/** Who else this customer is, to be looked at side by side. */
export function MergeWithDialog({ customer, onClose }: { readonly customer: Record; readonly onClose: () => void }) {
  const navigate = useNavigate();
  return (
    <Dialog title={m.merging_with_title({ name: customer.name })} size="small" onClose={onClose}>
      <CustomerField
        label={m.merging_other()} description={m.merging_other_how()} value={null} except={[customer.id]} data-autofocus
        onChange={(id) => id && void navigate({ href: mergeAddress([customer, { id }]) })}
      />
    </Dialog>
  );
}
