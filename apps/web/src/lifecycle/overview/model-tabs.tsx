import type { ModelHeadFragment } from '#operations';
import { m } from '#words';
import styles from './overview.module.css';

interface ModelTabsProps {
  readonly models: readonly ModelHeadFragment[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** The models to read customers by; those switched off say so. */
export const ModelTabs = ({ models, chosen, onChoose }: ModelTabsProps) => (
  <div className={styles.tabs} role="group" aria-label={m.lifecycle_models()}>
    {models.map(({ key, name, active }) => (
      <button key={key} type="button" aria-pressed={key === chosen} data-off={!active || undefined} onClick={() => onChoose(key)}>
        {name}{!active && <span className={styles.off}> · {m.lifecycle_off()}</span>}
      </button>
    ))}
  </div>
);
