import { type CustomFieldDetailsFragment, CustomFieldsDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import { useMemo } from 'react';

/** The fields in use of an entity that the viewer may read, in their order; they were read before the page. */
export function useCustomFields(entity: CustomEntity): readonly CustomFieldDetailsFragment[] {
  const { data } = useQuery(CustomFieldsDocument, { fetchPolicy: 'cache-first' });
  return useMemo(() => (data?.customFields ?? []).filter((field) => field.entity === entity && field.archivedAt === null), [data, entity]);
}
