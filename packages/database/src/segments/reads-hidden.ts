import { mayReadField, type Noun, scopeOf, type Viewer } from '@orbita/domain/access';
import { isCustomFact } from '@orbita/domain/custom-fields';
import { factsReadBy, fieldNamed, type RelationName, relationsReadBy, type Rule } from '@orbita/domain/rules';
import type { Em } from '#connection';
import { catalogueFor } from '#lifecycle';

const nounOf: Record<RelationName, Noun> = { orders: 'order', activities: 'activity', contacts: 'contact', addresses: 'customer' };

/**
 * Whether a rule reads what the viewer may not: then its remembered members would tell him what his own reading of the
 * rule does not, and its past is not shown.
 */
export async function readsHidden(em: Em, rule: Rule | null, viewer: Viewer): Promise<boolean> {
  if (!rule) return false;
  const catalogue = await catalogueFor(em, rule);
  const hidden = [...factsReadBy(rule)].some((key) => {
    const field = fieldNamed(catalogue, key);
    return field ? !mayReadField(viewer.role, field) : isCustomFact(key);
  });
  return hidden || [...relationsReadBy(rule)].some((relation) => scopeOf(viewer.role, nounOf[relation], 'read') === 'none');
}
