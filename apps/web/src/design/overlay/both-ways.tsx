import { m } from '#words';
import { Button } from '@mantine/core';
import styles from './both-ways.module.css';

interface BothWaysProps {
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  /** What is done with one's own; saved over theirs unless said. */
  readonly mine?: string;
}

/** Somebody else was first: his is looked at instead, or one's own is kept over it. */
export const BothWays = ({ onTheirs, onMine, mine = m.design_keep_mine() }: BothWaysProps) => (
  <div className={styles.ways}>
    <Button variant="default" onClick={onTheirs}>{m.design_take_theirs()}</Button>
    <Button variant="default" onClick={onMine}>{mine}</Button>
  </div>
);
