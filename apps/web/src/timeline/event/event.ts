/** What a sentence needs of an event; payloads and personal values are free-form. */
export interface ToldEvent {
  readonly type: string;
  readonly payload: unknown;
  readonly personal: unknown;
  readonly activity?: { readonly kind: string; readonly subject: string; readonly direction: string | null; readonly assignee: { readonly name: string } | null } | null;
  readonly order?: { readonly number: string } | null;
  readonly opportunity?: OpportunityOfEvent | null;
}

/** The opportunity that an event is about, as it stands now. */
export interface OpportunityOfEvent {
  readonly title: string;
  readonly amount?: { readonly amount: string; readonly currency: string } | null;
  readonly pipeline: { readonly stages: readonly { readonly key: string; readonly names: { readonly en: string; readonly es: string } }[] } | null;
}

/** Whether its sentence or its changes name people of the company. */
export const namesPeople = ({ type }: Pick<ToldEvent, 'type'>): boolean => /^(customerUpdated|customersMerged|contactUpdated|opportunityUpdated|leadUpdated|leadAssigned)$/.test(type);

/** How one field changed; undefined where the value is not for this reader, or erased. */
export interface Change {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly known: boolean;
}

export type Values = Readonly<Record<string, unknown>>;

export const valuesOf = (input: unknown): Values => (typeof input === 'object' && input !== null ? input as Values : {});

/** Whose own fields an event names, as facts of it are called. */
const ownOf: Readonly<Record<string, string>> = { contactUpdated: 'contacts.', leadUpdated: 'lead.', opportunityUpdated: 'opportunity.' };

/** What an event tells of a change, field by field: the personal values lie apart, and may be gone. */
export function changesOf({ type, payload, personal }: ToldEvent): readonly Change[] {
  const { changed, fields, values } = valuesOf(payload);
  const named = Array.isArray(changed) ? changed : fields;
  if (!Array.isArray(named)) return [];
  const own = valuesOf(personal);
  const all = { ...valuesOf(values), ...own, ...valuesOf(own['changes']) };
  return named.map((name) => String(name)).map((name) => {
    const change = all[name];
    const field = name.startsWith('custom.') ? `${ownOf[type] ?? ''}${name}` : name;
    return change === undefined || !('before' in valuesOf(change)) ? { field, known: false } : { field, known: true, before: valuesOf(change)['before'], after: valuesOf(change)['after'] };
  });
}
