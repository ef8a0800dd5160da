import { may } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import { appendCompanyEvent, changedFields, changedValues } from '#company';
import { type Em, takeTurns } from '#connection';
import type { Writing } from '#requests';
import { ProductCategory } from './product.entity.ts';

export interface RenameCategory {
  readonly id: string;
  readonly name: string;
}

const longest = 200;

/** Gives a category another name; what is in it stays in it. A name is taken once, however it is spelled. */
export async function renameProductCategory(em: Em, asked: RenameCategory, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'product', 'update')) return refuse('FORBIDDEN');
  const name = asked.name.trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longest) return refuse('TOO_LONG', { field: 'name', details: { maximum: longest } });
  await takeTurns(em, 'product-category');
  const category = await em.findOne(ProductCategory, { id: asked.id });
  if (!category) return refuse('NOT_FOUND', { field: 'id' });
  const nameKey = normaliseText(name);
  const taken = await em.count(ProductCategory, { nameKey, id: { $ne: asked.id } });
  if (taken > 0) return refuse('ALREADY_EXISTS', { field: 'name', details: { value: name } });
  if (changedFields<Partial<ProductCategory>>(category, { name }).length === 0) return asked.id;
  const changes = changedValues<Partial<ProductCategory>>(category, { name });
  em.assign(category, { name, nameKey });
  await em.flush();
  await appendCompanyEvent(em, 'productCategoryRenamed', { id: asked.id, ...changes }, writing);
  return asked.id;
}
