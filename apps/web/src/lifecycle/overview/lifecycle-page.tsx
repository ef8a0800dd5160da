import { EmptyState, ErrorState, KeyHint, PageHeader, SkeletonRows } from '#design';
import { LifecycleModelsDocument, type ModelHeadFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconPower, IconRoute } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useChosenModel } from '../models/use-chosen-model.ts';
import { useModelActs } from '../models/use-model-acts.ts';
import { Board } from './board.tsx';
import { ModelTabs } from './model-tabs.tsx';
import styles from './overview.module.css';

const NewModelDialog = lazy(async () => ({ default: (await import('../models/new-model-dialog.tsx')).NewModelDialog }));

/** How customers stand with the company, by one model at a time. */
export function LifecyclePage() {
  const { data, error, refetch } = useQuery(LifecycleModelsDocument, { fetchPolicy: 'cache-and-network' });
  const models = data?.lifecycleModels;
  if (error && !models) return <><PageHeader title={m.shell_nav_lifecycle()} /><ErrorState error={error} onRetry={() => void refetch()} /></>;
  if (!models) return <><PageHeader title={m.shell_nav_lifecycle()} /><SkeletonRows rows={12} /></>;
  return <Models models={models} />;
}

function Models({ models }: { readonly models: readonly ModelHeadFragment[] }) {
  const navigate = useNavigate();
  const [chosen, choose] = useChosenModel();
  const [making, setMaking] = useState(false);
  const model = models.find(({ key }) => key === chosen) ?? models[0];
  const mayUpdate = model?.viewerCanUpdate ?? false;
  const edit = () => model && void navigate({ to: '/lifecycle/$id', params: { id: model.id } });
  useShortcut({ keys: 'e', label: m.lifecycle_edit(), group: 'page', run: () => edit() }, mayUpdate);
  useShortcut({ keys: 'n', label: m.lifecycle_new(), group: 'page', opens: true, run: () => setMaking(true) }, mayUpdate);
  return (
    <>
      <PageHeader
        title={m.shell_nav_lifecycle()}
        actions={model && mayUpdate && (
          <>
            <ModelMenu model={model} onNew={() => setMaking(true)} />
            <Button variant="default" leftSection={<IconPencil size={14} />} rightSection={<KeyHint keys="e" />} onClick={edit}>{m.lifecycle_edit()}</Button>
          </>
        )}
        toolbar={<ModelTabs models={models} chosen={model?.key} onChoose={choose} />}
      />
      <div className={styles.page}>
        {model?.active === false && <Off model={model} />}
        {model?.active && <Board key={model.id} model={model} />}
        {!model && <EmptyState icon={IconRoute} text={m.lifecycle_none()} />}
      </div>
      <Suspense>{making && <NewModelDialog models={models} onClose={() => setMaking(false)} />}</Suspense>
    </>
  );
}

function Off({ model }: { readonly model: ModelHeadFragment }) {
  const { turn, failed } = useModelActs();
  const action = model.viewerCanUpdate ? { action: { label: m.lifecycle_activate(), onAct: () => void turn(model, true).catch(failed) } } : {};
  return <EmptyState icon={IconPower} text={m.lifecycle_off_explained()} {...action} />;
}

function ModelMenu({ model, onNew }: { readonly model: ModelHeadFragment; readonly onNew: () => void }) {
  const { turn, failed } = useModelActs();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target><ActionIcon aria-label={m.lifecycle_more()}><IconDots size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" />} onClick={onNew}>{m.lifecycle_new()}</Menu.Item>
        <Menu.Item leftSection={<IconPower size={14} />} onClick={() => void turn(model, !model.active).catch(failed)}>
          {model.active ? m.lifecycle_deactivate() : m.lifecycle_activate()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
