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

interface Problem {
  readonly field: string | undefined;
  readonly text: string;
  /** Somebody else was first: this is how it stands now. */
  readonly theirs?: ProductDetailsFragment;
  /** Does over it what was refused. */
  readonly insist?: () => Promise<ProductDetailsFragment | undefined>;
}

/** As it is sent. Who may not read the cost may not overwrite it with nothing either. */
function inputOf({ category, unit, listPrice, cost, ...named }: ProductDraft, costs: boolean) {
  return { ...named, category: orNone(category), unit: orNone(unit), listPrice: orNone(listPrice), ...(costs ? { cost: orNone(cost) } : {}) };
}

type Input = ReturnType<typeof inputOf>;

/** What differs of it. An amount is one of a currency: it goes with it, and another currency with every amount. */
function changedOf(input: Input, before: Input): Partial<Input> {
  const differs = (key: keyof Input) => input[key] !== before[key];
  const amounts = (['listPrice', 'cost'] as const).filter((key) => key in input && (differs(key) || differs('currency')));
  const named = (['code', 'name', 'category', 'unit'] as const).filter(differs);
  const money = amounts.length > 0 || differs('currency') ? ['currency' as const, ...amounts] : [];
  return Object.fromEntries([...named, ...money].map((key) => [key, input[key]]));
}

/** A product under way; every write answers what became of it, or nothing where it was refused. */
export function useProductForm(product: ProductDetailsFragment | undefined, { currency, costs }: { readonly currency: string; readonly costs: boolean }) {
  const language = useLanguage();
  /** As it stood when the editing began: only what differs from it is sent, and over no later version unseen. */
  const [basis, setBasis] = useState(product);
  const start = startOf(basis, currency);
  // Of another version nothing is brought back: it would be written over what nobody here has seen.
  const kept = useKeptDraft(basis ? `product.${basis.id}.${basis.version}` : 'product.new', () => start);
  const { draft, setDraft } = kept;
  const [problem, setProblem] = useState<Problem>();
  const again = { refetchQueries: ['ProductCategories'] };
  const [create, creating] = useMutation(CreateProductDocument, again);
  const [update, updating] = useMutation(UpdateProductDocument, again);
  const [deactivate] = useMutation(DeactivateProductDocument, again);
  const [activate] = useMutation(ActivateProductDocument, again);
  type Answer = { readonly product: ProductDetailsFragment | null; readonly refusal: Refused | null } | undefined;
  const answer = (said: Answer, over?: (version: number) => Promise<ProductDetailsFragment | undefined>): ProductDetailsFragment | undefined => {
    const { product: now, refusal } = said ?? {};
    // A refused key may not be used for other input.
    if (refusal) kept.renewKey();
    else kept.forget();
    const ways = refusal?.code === 'STALE_VERSION' && now && over ? { theirs: now, insist: () => over(now.version) } : {};
    setProblem(refusal ? { field: refusal.field ?? undefined, text: refusalText(refusal, language), ...ways } : undefined);
    return refusal ? undefined : now ?? undefined;
  };
  const failed = () => {
    setProblem({ field: undefined, text: m.catalog_failed() });
    return undefined;
  };
  const dirty = JSON.stringify(draft) !== JSON.stringify(start);
  useEffect(() => {
    if (!dirty) kept.forget();
  });
  const input = inputOf(draft, costs);
  const change = (id: string, expectedVersion: number, what: Partial<Input>): Promise<ProductDetailsFragment | undefined> => update({ variables: { input: { id, expectedVersion, ...what } } })
    .then(({ data }) => answer(data?.updateProduct, (version) => change(id, version, what))).catch(failed);
  const offer = (id: string, active: boolean, at: number): Promise<ProductDetailsFragment | undefined> => {
    const variables = { input: { id, expectedVersion: at } };
    const over = (version: number) => offer(id, active, version);
    return (active ? activate({ variables }).then(({ data }) => answer(data?.activateProduct, over)) : deactivate({ variables }).then(({ data }) => answer(data?.deactivateProduct, over))).catch(failed);
  };
  return {
    basis, draft, problem, busy: creating.loading || updating.loading, dirty, kept: { isBack: kept.isBack && dirty, startAnew: kept.startAnew }, offer,
    set: (next: Partial<ProductDraft>) => {
      // What is written from here on is not in what was refused: it is asked anew.
      setProblem((before) => (before?.insist ? undefined : before));
      setDraft((before) => ({ ...before, ...next }));
    },
    errorOf: (field: keyof ProductDraft) => (problem?.field === field ? problem.text : undefined),
    save: (): Promise<ProductDetailsFragment | undefined> => basis
      ? change(basis.id, basis.version, changedOf(input, inputOf(start, costs)))
      : create({ variables: { input, key: kept.idempotencyKey } }).then(({ data }) => answer(data?.createProduct)).catch(failed),
    /** Begins anew from how somebody else left it. */
    take: (theirs: ProductDetailsFragment) => {
      kept.forget();
      setBasis(theirs);
      setDraft(startOf(theirs, currency));
      setProblem(undefined);
    },
  };
}

export type ProductForm = ReturnType<typeof useProductForm>;
