import { ErrorState, KeyHint, PageHeader, SkeletonRows, lazily } from '#design';
import { PipelinesDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './pipelines.module.css';

const PipelineEditor = lazily(async () => (await import('./pipeline-editor.tsx')).PipelineEditor);

const fresh = 'new';

/** The company's pipelines: one is edited at a time. */
export function PipelinesPage() {
  const { data, error, refetch } = useQuery(PipelinesDocument);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const pipelines = data?.pipelines ?? [];
  const shown = chosen === fresh ? undefined : pipelines.find(({ id }) => id === chosen) ?? pipelines[0];
  const add = () => setChosen(fresh);
  useShortcut({ keys: 'n', label: m.opportunities_new_pipeline(), group: 'page', opens: true, run: add });
  return (
    <>
      <PageHeader
        title={m.shell_nav_pipelines()}
        actions={<Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={add}>{m.opportunities_new_pipeline()}</Button>}
        toolbar={(
          <div className={styles.choice} role="group" aria-label={m.shell_nav_pipelines()}>
            {pipelines.map(({ id, names }) => <button key={id} type="button" aria-pressed={shown?.id === id} onClick={() => setChosen(id)}>{names[language]}</button>)}
          </div>
        )}
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={10} />}
      {data && (
        <div className={styles.page}>
          <p className={styles.explained}>{m.opportunities_pipelines_explained()}</p>
          <PipelineEditor key={shown?.id ?? fresh} pipeline={shown} onDone={setChosen} />
        </div>
      )}
    </>
  );
}
