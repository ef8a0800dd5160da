import { type Refused, refusalText } from '#api-client';
import { useKeptDraft } from '#drafts';
import { ActivateProductDocument, CreateProductDocument, DeactivateProductDocument, type ProductDetailsFragment, UpdateProductDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';

export interface ProductDraft {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly currency: string;
  readonly listPrice: string;
  readonly cost: string;
}

const startOf = (product: ProductDetailsFragment | undefined, currency: string): ProductDraft => ({
  code: product?.code ?? '', name: product?.name ?? '', category: product?.category?.name ?? '', unit: product?.unit ?? '',
  currency: product?.listPrice?.currency ?? product?.cost?.currency ?? currency, listPrice: product?.listPrice?.amount ?? '', cost: product?.cost?.amount ?? '',
});

const orNone = (text: string): string | null => text.trim() || null;

/** A product under way; every write answers what became of it, or nothing where it was refused. */
export function useProductForm(product: ProductDetailsFragment | undefined, { currency, costs }: { readonly currency: string; readonly costs: boolean }) {
  const language = useLanguage();
  const [start] = useState(() => startOf(product, currency));
  // Of another version nothing is brought back: it would be written over what nobody here has seen.
  const kept = useKeptDraft(product ? `product.${product.id}.${product.version}` : 'product.new', () => start);
  const { draft, setDraft } = kept;
  const [version, setVersion] = useState(product?.version ?? 1);
  const [problem, setProblem] = useState<{ readonly field: string | undefined; readonly text: string }>();
  const again = { refetchQueries: ['ProductCategories'] };
  const [create, creating] = useMutation(CreateProductDocument, again);
  const [update, updating] = useMutation(UpdateProductDocument, again);
  const [deactivate] = useMutation(DeactivateProductDocument, again);
  const [activate] = useMutation(ActivateProductDocument, again);
  type Answer = { readonly product: ProductDetailsFragment | null; readonly refusal: Refused | null } | undefined;
  const answer = (said: Answer): ProductDetailsFragment | undefined => {
    // A refused key may not be used for other input.
    if (said?.refusal) kept.renewKey();
    else kept.forget();
    if (said?.product) setVersion(said.product.version);
    setProblem(said?.refusal ? { field: said.refusal.field ?? undefined, text: refusalText(said.refusal, language) } : undefined);
    return said?.refusal ? undefined : said?.product ?? undefined;
  };
  const failed = () => {
    setProblem({ field: undefined, text: m.catalog_failed() });
    return undefined;
  };
  const dirty = JSON.stringify(draft) !== JSON.stringify(start);
  useEffect(() => {
    if (!dirty) kept.forget();
  });
  const { code, name, currency: chosen, ...rest } = draft;
  const { cost, ...open } = { category: orNone(rest.category), unit: orNone(rest.unit), listPrice: orNone(rest.listPrice), cost: orNone(rest.cost) };
  // Who may not read the cost may not overwrite it with nothing either.
  const input = { code, name, currency: chosen, ...open, ...(costs ? { cost } : {}) };
  return {
    draft, problem, busy: creating.loading || updating.loading, dirty, kept: { isBack: kept.isBack && dirty, startAnew: kept.startAnew },
    set: (next: Partial<ProductDraft>) => setDraft((before) => ({ ...before, ...next })),
    errorOf: (field: keyof ProductDraft) => (problem?.field === field ? problem.text : undefined),
    save: (): Promise<ProductDetailsFragment | undefined> => (product
      ? update({ variables: { input: { id: product.id, expectedVersion: version, ...input } } }).then(({ data }) => answer(data?.updateProduct))
      : create({ variables: { input, key: kept.idempotencyKey } }).then(({ data }) => answer(data?.createProduct))).catch(failed),
    offer: (id: string, active: boolean, at: number): Promise<ProductDetailsFragment | undefined> => {
      const variables = { input: { id, expectedVersion: at } };
      return (active ? activate({ variables }).then(({ data }) => answer(data?.activateProduct)) : deactivate({ variables }).then(({ data }) => answer(data?.deactivateProduct))).catch(failed);
    },
    version,
  };
}

export type ProductForm = ReturnType<typeof useProductForm>;
