import { apiClient } from '#api-client';
import { type CustomFieldDetailsFragment, CustomFieldsDocument } from '#operations';
import { learnFields } from '#rules';
import type { CustomField } from '@orbita/domain/custom-fields';

/** Reads which fields the company keeps, so that rules, lists and records know them; again after one was changed. */
export async function loadFields(anew = false): Promise<void> {
  const { data } = await apiClient.query({ query: CustomFieldsDocument, fetchPolicy: anew ? 'network-only' : 'cache-first', errorPolicy: 'ignore' });
  learnFields((data?.customFields ?? []).filter(({ archivedAt }) => archivedAt === null).map(definitionOf));
}

/** As the domain speaks of it. */
export function definitionOf({ entity, name, type, labels, decimals, options, required, requiredAtStages, readers }: CustomFieldDetailsFragment): CustomField {
  return {
    entity, name, type, label: labels, decimals, required, requiredAtStages, readers: readers ?? null,
    options: options.map(({ value, labels: label, archived }) => ({ value, label, archived })),
  };
}
