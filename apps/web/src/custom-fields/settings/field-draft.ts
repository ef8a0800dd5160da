import type { CreateCustomFieldInput, CustomFieldDetailsFragment, UpdateCustomFieldInput } from '#operations';
import type { Role } from '@orbita/domain/access';
import { type CustomEntity, hasOptions } from '@orbita/domain/custom-fields';

export interface OptionDraft {
  /** What tells it from the others while it is edited. */
  readonly key: string;
  readonly value: string | null;
  readonly en: string;
  readonly es: string;
}

/** A field under way. */
export interface FieldDraft {
  readonly en: string;
  readonly es: string;
  readonly name: string;
  readonly type: CustomFieldDetailsFragment['type'];
  readonly decimals: number;
  readonly options: readonly OptionDraft[];
  readonly required: boolean;
  readonly requiredAtStages: readonly string[];
  readonly readers: readonly Role[];
}

export const blankOption = (): OptionDraft => ({ key: crypto.randomUUID(), value: null, en: '', es: '' });

export function draftOfField(field: CustomFieldDetailsFragment | undefined): FieldDraft {
  if (!field) return { en: '', es: '', name: '', type: 'TEXT', decimals: 0, options: [blankOption(), blankOption()], required: false, requiredAtStages: [], readers: [] };
  const { labels: { en, es }, name, type, decimals, required, requiredAtStages, readers } = field;
  const options = field.options.filter(({ archived }) => !archived).map(({ value, labels }) => ({ key: value, value, en: labels.en, es: labels.es }));
  return { en, es, name, type, decimals, options, required, requiredAtStages, readers: readers ?? [] };
}

/** Of two languages one is enough to begin with: what is empty is said as in the other. */
const both = ({ en, es }: { readonly en: string; readonly es: string }) => ({ en: en.trim() || es.trim(), es: es.trim() || en.trim() });

function sharedInput({ type, options, required, requiredAtStages, readers }: FieldDraft) {
  const filled = options.filter(({ en, es }) => en.trim() || es.trim());
  return {
    required, requiredAtStages: [...requiredAtStages], readers: readers.length > 0 ? [...readers] : null,
    ...(hasOptions({ type }) ? { options: filled.map((option) => ({ value: option.value, label: both(option) })) } : {}),
  };
}

export const createInputOf = (draft: FieldDraft, entity: CustomEntity): CreateCustomFieldInput =>
  ({ ...sharedInput(draft), entity, type: draft.type, label: both(draft), name: draft.name.trim() || null, decimals: draft.type === 'NUMBER' ? draft.decimals : 0 });

export const updateInputOf = (draft: FieldDraft, { id, version }: CustomFieldDetailsFragment): UpdateCustomFieldInput =>
  ({ ...sharedInput(draft), id, expectedVersion: version, label: both(draft) });

/** One place up or down. */
export function moved<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}
