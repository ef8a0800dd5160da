import styles from './stage.module.css';

export const stageColors = ['slate', 'blue', 'cyan', 'indigo', 'violet', 'amber', 'green', 'pink', 'red'] as const;
export type StageColor = (typeof stageColors)[number];

const tint = (color: StageColor) => ({ '--stage': `var(--stage-${color})` }) as React.CSSProperties;

/** The stage's colour as a dot; the name always stands beside it. */
export const StageDot = ({ color }: { readonly color: StageColor }) => <i className={styles.dot} style={tint(color)} aria-hidden />;

/** A stage by its name: dot and a breath of its colour; where it is too long for its place, its end is left to the pointer. */
export const StageChip = ({ color, name }: { readonly color: StageColor; readonly name: string }) => (
  <span className={styles.chip} style={tint(color)} title={name}><i className={styles.dot} aria-hidden /><span className={styles.name}>{name}</span></span>
);
