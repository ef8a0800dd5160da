import { Chip, DateText, KeyHint, Monogram } from '#design';
import { mergeAddress } from '#merging';
import type { DuplicatePairLineFragment, DuplicateSideFragment } from '#operations';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { tellReasons } from '@orbita/domain/duplicates';
import { Link, useRouter } from '@tanstack/react-router';
import type { Ref } from 'react';
import styles from './duplicates.module.css';
import { likeness } from './likeness.ts';
import type { PossibleOne } from './possible-one.ts';

interface DuplicateCardProps {
  readonly one: PossibleOne;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onDismiss: (pairId: string) => void;
  readonly onReopen: (pairId: string) => void;
  readonly ref?: Ref<HTMLLIElement> | undefined;
}

/** Customers side by side, how likely they are one and why, and what can be done. */
export function DuplicateCard({ one, active, onPoint, onDismiss, onReopen, ref }: DuplicateCardProps) {
  const { customers, pairs } = one;
  const [pair] = pairs;
  const router = useRouter();
  if (!pair) return null;
  const many = customers.length > 2;
  const placeOf = ({ id }: DuplicateSideFragment) => customers.findIndex((each) => each.id === id) + 1;
  return (
    <li ref={ref} className={styles.pair} data-active={active || undefined} onMouseDown={onPoint}>
      <article aria-label={m.duplicates_pair({ one: pair.customer.name, other: pair.other.name })} aria-current={active || undefined}>
        {many ? <b>{m.duplicates_set({ count: customers.length })}</b> : <Why pair={pair} />}
        <div className={styles.sides} data-many={many || undefined}>{customers.map((side, at) => <Side key={side.id} side={side} no={many ? at + 1 : undefined} />)}</div>
        {many && (
          <ul className={styles.each} aria-label={m.duplicates_pairs()}>
            {pairs.map((each, at) => (
              <li key={each.id}>
                <b><Numbered no={placeOf(each.customer)} name={each.customer.name} /> <Numbered no={placeOf(each.other)} name={each.other.name} /></b>
                <Why pair={each} />
                <Dismiss pair={each} hinted={active && at === 0} onDismiss={onDismiss} />
              </li>
            ))}
          </ul>
        )}
        <footer className={styles.acts}>
          {pair.state === 'OPEN' && (
            <Button size="compact-sm" variant={active ? 'filled' : 'default'} component="a" href={mergeAddress(customers)} rightSection={active && <KeyHint keys="enter" onAccent />} onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              router.history.push(mergeAddress(customers));
            }}>
              {m.duplicates_compare()}
            </Button>
          )}
          {pair.state === 'OPEN' && !many && <Dismiss pair={pair} hinted={active} onDismiss={onDismiss} />}
          {pair.state === 'DISMISSED' && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => onReopen(pair.id)}>{m.duplicates_reopen()}</Button>
              {pair.decidedByName && <span className={styles.quiet}>{m.duplicates_dismissed_by({ name: pair.decidedByName })}</span>}
            </>
          )}
        </footer>
      </article>
    </li>
  );
}

interface DismissProps {
  readonly pair: DuplicatePairLineFragment;
  readonly hinted: boolean;
  readonly onDismiss: (pairId: string) => void;
}

function Dismiss({ pair, hinted, onDismiss }: DismissProps) {
  return <Button size="compact-sm" variant="default" onClick={() => onDismiss(pair.id)} rightSection={hinted && <KeyHint keys="x" />}>{m.duplicates_dismiss()}</Button>;
}

function Why({ pair }: { readonly pair: DuplicatePairLineFragment }) {
  const language = useLanguage();
  const against = tellReasons(pair.reasons, language, 'AGAINST');
  return (
    <div className={styles.why}>
      <Chip tone={pair.verdict === 'CERTAIN' ? 'bad' : 'plain'}>{likeness(pair)}</Chip>
      <p>{tellReasons(pair.reasons, language)}{against && <span className={styles.quiet}> {m.duplicates_against({ reasons: against })}</span>}</p>
    </div>
  );
}

/** Which of several records it is: they may all be called the same. */
function Numbered({ no, name }: { readonly no: number; readonly name: string }) {
  return <span className={styles.numbered}><span className={styles.no}>{no}</span> {name}</span>;
}

interface SideProps {
  readonly side: DuplicateSideFragment;
  /** Where there are more than two, which it is. */
  readonly no: number | undefined;
}

function Side({ side, no }: SideProps) {
  const points = side.contactPoints.slice(0, 3);
  const place = side.addresses.find(({ isCurrent }) => isCurrent);
  return (
    <div className={styles.side}>
      <Link to="/customers/$id" params={{ id: side.id }} className={styles.name}>{no === undefined ? <Monogram name={side.name} size={20} /> : <span className={styles.no}>{no}</span>}<b>{side.name}</b></Link>
      <ul>
        {points.map(({ id, value }) => <li key={id}>{value}</li>)}
        {place && <li>{[place.street, place.postalCode, place.city].filter(Boolean).join(', ')}</li>}
        {side.birthDate && <li>{m.duplicates_born_on()} <DateText value={side.birthDate} /></li>}
        {side.owner && <li className={styles.quiet}>{side.owner.name}</li>}
      </ul>
    </div>
  );
}
