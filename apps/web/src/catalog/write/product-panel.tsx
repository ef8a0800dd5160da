import { useMe } from '#access';
import { DraftNote } from '#drafts';
import { BothWays, ErrorState, Fields, KeyHint, showToast, SidePanel, SkeletonRows, useFormatting } from '#design';
import { ProductByIdDocument, type ProductDetailsFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { mayReadMarked, scopeOf } from '@orbita/domain/access';
import { type FormEvent, useId } from 'react';
import styles from '../catalog.module.css';
import { ProductFields } from './product-fields.tsx';
import { useProductForm } from './use-product-form.ts';

interface ProductPanelProps {
  /** Undefined makes a new one. */
  readonly id: string | undefined;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** A product: made, changed, taken out of what can be sold and put back, without leaving the list. */
export function ProductPanel({ id, onChanged, onClose }: ProductPanelProps) {
  const { data, error, refetch } = useQuery(ProductByIdDocument, id ? { variables: { id } } : skipToken);
  const product = data?.product ?? undefined;
  if (!id || product) return <ProductForm key={product?.id} product={product} onChanged={onChanged} onClose={onClose} />;
  return (
    <SidePanel title={m.catalog_product()} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : data ? <p>{m.catalog_gone()}</p> : <SkeletonRows rows={6} />}
    </SidePanel>
  );
}

function ProductForm({ product, onChanged, onClose }: Omit<ProductPanelProps, 'id'> & { readonly product: ProductDetailsFragment | undefined }) {
  const formId = useId();
  const { role } = useMe();
  const { currency } = useFormatting();
  const costs = mayReadMarked(role, 'margin');
  const mayWrite = scopeOf(role, 'product', product ? 'update' : 'create') !== 'none';
  const form = useProductForm(product, { currency, costs });
  const { basis, problem } = form;
  const { theirs, insist } = problem ?? {};
  const known = ['code', 'name', 'category', 'unit', 'currency', 'listPrice', 'cost'];
  const submit = async (done = form.save()) => {
    const saved = await done;
    if (!saved) return;
    showToast(m.catalog_saved({ name: saved.name }));
    onChanged();
    onClose();
  };
  const offer = async (active: boolean) => {
    const now = basis && await form.offer(basis.id, active, basis.version);
    if (!now) return;
    const undo = () => void form.offer(now.id, !active, now.version).then(onChanged);
    showToast(active ? m.catalog_activated({ name: now.name }) : m.catalog_deactivated({ name: now.name }), { undo });
    onChanged();
    onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.catalog_save(), group: 'page', inDialog: true, run: () => void submit() }, mayWrite && !form.busy);
  return (
    <SidePanel
      title={product?.name ?? m.catalog_new()} onClose={onClose}
      footer={mayWrite && (
        <>
          {basis && (
            <Button variant="subtle" color="gray" className={styles.start} onClick={() => void offer(!basis.active)}>
              {basis.active ? m.catalog_deactivate() : m.catalog_activate()}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button type="submit" form={formId} loading={form.busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.catalog_save()}</Button>
        </>
      )}
    >
      <DraftNote {...form.kept} />
      <form
        id={formId} noValidate onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Fields refusal={problem && !known.includes(problem.field ?? '') ? problem.text : undefined}>
          {theirs && insist && <BothWays onTheirs={() => form.take(theirs)} onMine={() => void submit(insist())} />}
          <ProductFields form={form} readOnly={!mayWrite} costs={costs} />
        </Fields>
      </form>
    </SidePanel>
  );
}
