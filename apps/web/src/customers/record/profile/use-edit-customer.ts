import { refusalText } from '#api-client';
import { showToast } from '#design';
import { type CustomerIdentityFragment, UpdateCustomerDocument, type UpdateCustomerInput } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

export type Identity = CustomerIdentityFragment;
export type Patch = Omit<UpdateCustomerInput, 'id' | 'expectedVersion'>;

/** One field as it is edited: what is sent, how the record shows it at once, what takes it back. */
export interface Edit {
  readonly label: string;
  readonly patch: Patch;
  readonly back: Patch;
  readonly shown: Partial<Identity>;
  /** The field's value, to see whether somebody else changed the same one. */
  readonly valueOf: (customer: Identity) => string;
  readonly wanted: string;
}

export interface Conflict {
  readonly edit: Edit;
  readonly by: string;
  readonly theirs: string;
  readonly current: Identity;
}

/**
 * Saves one field at once and takes it back when the server says no. Two who edit different fields do not disturb
 * each other; of two who edit the same one the second sees both values and chooses.
 */
export function useEditCustomer() {
  const client = useApolloClient();
  const language = useLanguage();
  const [conflict, setConflict] = useState<Conflict>();
  const send = async (from: Identity, edit: Edit, undoable: boolean): Promise<string | undefined> => {
    const { data } = await client.mutate({
      mutation: UpdateCustomerDocument,
      variables: { input: { id: from.id, expectedVersion: from.version, ...edit.patch } },
      optimisticResponse: { __typename: 'Mutation', updateCustomer: { __typename: 'CustomerResult', refusal: null, customer: { ...from, ...edit.shown } } },
    }).catch(() => ({ data: undefined }));
    if (!data) return m.customers_not_saved();
    const { customer, refusal } = data.updateCustomer;
    if (refusal?.code === 'STALE_VERSION' && customer) {
      const theirs = edit.valueOf(customer);
      if (theirs === edit.valueOf(from)) return send(customer, edit, undoable);
      if (theirs === edit.wanted) return undefined;
      setConflict({ edit, theirs, current: customer, by: byOf(refusal.details) });
      return undefined;
    }
    if (refusal) return refusalText(refusal, language);
    if (customer && undoable) {
      const { patch, back, ...rest } = edit;
      const undo = { ...rest, patch: back, back: patch, shown: {}, wanted: edit.valueOf(from) };
      showToast(m.customers_changed({ field: edit.label }), { undo: () => void send(customer, undo, false).then((no) => no && showToast(no, { tone: 'bad' })) });
    }
    return undefined;
  };
  return {
    /** Answers why not, for the field to say; nothing when it is saved or asked back. */
    save: (from: Identity, edit: Edit) => send(from, edit, true),
    conflict,
    resolve: (mine: boolean) => {
      if (conflict && mine) void send(conflict.current, conflict.edit, false).then((no) => no && showToast(no, { tone: 'bad' }));
      setConflict(undefined);
    },
  };
}

export type CustomerEditing = ReturnType<typeof useEditCustomer>;

const byOf = (details: unknown): string => {
  const by = (details as { by?: unknown } | null)?.by;
  return typeof by === 'string' ? by : m.customers_somebody();
};
