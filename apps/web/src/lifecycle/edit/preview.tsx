import { refusalText, shownOf } from '#api-client';
import { ErrorState, NumberText, SkeletonRows, StageDot } from '#design';
import { LifecyclePreviewDocument, type LifecyclePreviewQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { stageColor } from '../stage-color.ts';
import type { ModelDraft } from './model-draft.ts';
import type { EditedModel } from './use-model-form.ts';
import styles from './edit.module.css';

type Previewed = NonNullable<LifecyclePreviewQuery['lifecyclePreview']>;

/** What publishing would do: who stands where then, and who moves. Nothing is written. */
export function Preview({ model, draft }: { readonly model: EditedModel; readonly draft: ModelDraft }) {
  const language = useLanguage();
  const [asked] = useDebouncedValue(draft, 350);
  const question = useQuery(LifecyclePreviewDocument, { variables: { id: model.id, model: asked }, fetchPolicy: 'no-cache' });
  const { loading, error, refetch } = question;
  const preview = shownOf(question)?.lifecyclePreview;
  if (error && !preview) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!preview) return <SkeletonRows rows={10} />;
  const old = loading || asked !== draft;
  return (
    <div className={styles.preview} data-old={old || undefined} aria-busy={old}>
      <h2 className={styles.heading}>{m.lifecycle_preview()}</h2>
      {preview.refusal
        ? <p role="alert" className={styles.problem}>{refusalText(preview.refusal, language)}</p>
        : <Told preview={preview} model={model} draft={asked} />}
    </div>
  );
}

function Told({ preview, model, draft }: { readonly preview: Previewed; readonly model: EditedModel; readonly draft: ModelDraft }) {
  const language = useLanguage();
  const { stages } = draft;
  const labels = (model.labels as { stages: Record<string, { en: string; es: string }> }).stages;
  const nameOf = (key: string | null) => (key === null ? m.lifecycle_nowhere() : stages.find((stage) => stage.key === key)?.name[language] ?? labels[key]?.[language] ?? key);
  const sum = (of: (move: Previewed['moves'][number]) => boolean) => preview.moves.filter(of).reduce((total, { customers }) => total + customers, 0);
  const moves = preview.moves.filter(({ from, to }) => from !== to).toSorted((a, b) => b.customers - a.customers);
  return (
    <>
      <p role="status" className={styles.moving}>
        {preview.moving === 0 ? m.lifecycle_nobody_moves() : <><b className="num"><NumberText value={preview.moving} /></b> {m.lifecycle_would_move({ total: preview.customers })}</>}
      </p>
      <table className={styles.table}>
        <thead><tr><th scope="col">{m.lifecycle_stage()}</th><th scope="col">{m.lifecycle_now()}</th><th scope="col">{m.lifecycle_then()}</th></tr></thead>
        <tbody>
          {stages.map(({ key }, at) => {
            const [now, then] = [sum(({ from }) => from === key), sum(({ to }) => to === key)];
            return (
              <tr key={key} data-changed={now !== then || undefined}>
                <th scope="row"><StageDot color={stageColor(at + 1)} /> {nameOf(key)}</th>
                <td><NumberText value={now} /></td>
                <td><NumberText value={then} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {moves.length > 0 && (
        <>
          <h3 className={styles.heading}>{m.lifecycle_moves()}</h3>
          <ul className={styles.moves}>
            {moves.map(({ from, to, customers }) => (
              <li key={`${from} ${to}`}><span>{nameOf(from)} → {nameOf(to)}</span> <b><NumberText value={customers} /></b></li>
            ))}
          </ul>
          <h3 className={styles.heading}>{m.lifecycle_for_example()}</h3>
          <ul className={styles.moves}>
            {preview.sample.map(({ id, name, from, to }) => (
              <li key={id}><Link to="/customers/$id" params={{ id }} target="_blank">{name ?? id}</Link> <span className={styles.quiet}>{nameOf(from)} → {nameOf(to)}</span></li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
