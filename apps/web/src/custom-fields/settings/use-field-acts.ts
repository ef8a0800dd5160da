import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import { ArchiveCustomFieldDocument, type CustomFieldDetailsFragment, RestoreCustomFieldDocument, SortCustomFieldsDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import { loadFields } from '../load-fields.ts';

/** What can be done with fields that are there; rules and lists hear of it at once. */
export function useFieldActs() {
  const language = useLanguage();
  const [archive] = useMutation(ArchiveCustomFieldDocument);
  const [restore] = useMutation(RestoreCustomFieldDocument);
  const [sort] = useMutation(SortCustomFieldsDocument);
  const said = async (refusal: Refused | null | undefined, text?: string, undo?: () => void): Promise<boolean> => {
    await loadFields(true);
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    else if (text) showToast(text, undo ? { undo } : {});
    return !refusal;
  };
  const failed = () => { showToast(m.fields_failed(), { tone: 'bad' }); };
  const meant = ({ id, version }: CustomFieldDetailsFragment) => ({ variables: { input: { id, expectedVersion: version } } });
  const bringBack = (field: CustomFieldDetailsFragment) =>
    restore(meant(field)).then(({ data }) => said(data?.restoreCustomField.refusal, m.fields_restored({ name: field.label }))).catch(failed);
  const putAway = async (field: CustomFieldDetailsFragment) => {
    const { data } = await archive(meant(field));
    const { customField, refusal } = data?.archiveCustomField ?? {};
    return said(refusal, m.fields_archived_one({ name: field.label }), customField ? () => void bringBack(customField) : undefined);
  };
  return {
    archive: (field: CustomFieldDetailsFragment) => putAway(field).catch(failed),
    restore: bringBack,
    sort: (entity: CustomEntity, ids: readonly string[]) =>
      sort({ variables: { entity, ids: [...ids] } }).then(({ data }) => said(data?.sortCustomFields.refusal)).catch(failed),
  };
}
