import { Chip, DateText, KeyHint, Monogram } from '#design';
import type { DuplicatePairLineFragment, DuplicateSideFragment } from '#operations';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { tellReasons } from '@orbita/domain/duplicates';
import { Link, useRouter } from '@tanstack/react-router';
import type { Ref } from 'react';
import styles from './duplicates.module.css';
import { likeness } from './likeness.ts';

interface DuplicateCardProps {
  readonly pair: DuplicatePairLineFragment;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onDismiss: () => void;
  readonly onReopen: () => void;
  readonly ref?: Ref<HTMLLIElement> | undefined;
}

/** The page where the two are put side by side and made one. */
export const mergeAddress = ({ customer, other }: DuplicatePairLineFragment): string => `/customers/merge?a=${customer.id}&b=${other.id}`;

/** Both customers side by side, how likely they are one and why, and what can be done. */
export function DuplicateCard({ pair, active, onPoint, onDismiss, onReopen, ref }: DuplicateCardProps) {
  const language = useLanguage();
  const router = useRouter();
  const against = tellReasons(pair.reasons, language, 'AGAINST');
  return (
    <li ref={ref} className={styles.pair} data-active={active || undefined} onMouseDown={onPoint}>
      <article aria-label={m.duplicates_pair({ one: pair.customer.name, other: pair.other.name })} aria-current={active || undefined}>
        <header className={styles.why}>
          <Chip tone={pair.verdict === 'CERTAIN' ? 'bad' : 'plain'}>{likeness(pair)}</Chip>
          <p>{tellReasons(pair.reasons, language)}{against && <span className={styles.quiet}> {m.duplicates_against({ reasons: against })}</span>}</p>
        </header>
        <div className={styles.sides}>
          <Side side={pair.customer} />
          <Side side={pair.other} />
        </div>
        <footer className={styles.acts}>
          {pair.state === 'OPEN' && (
            <>
              <Button size="compact-sm" variant={active ? 'filled' : 'default'} component="a" href={mergeAddress(pair)} rightSection={active && <KeyHint keys="enter" onAccent />} onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                router.history.push(mergeAddress(pair));
              }}>
                {m.duplicates_compare()}
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDismiss} rightSection={active && <KeyHint keys="x" />}>{m.duplicates_dismiss()}</Button>
            </>
          )}
          {pair.state === 'DISMISSED' && (
            <>
              <Button size="compact-sm" variant="default" onClick={onReopen}>{m.duplicates_reopen()}</Button>
              {pair.decidedByName && <span className={styles.quiet}>{m.duplicates_dismissed_by({ name: pair.decidedByName })}</span>}
            </>
          )}
        </footer>
      </article>
    </li>
  );
}

function Side({ side }: { readonly side: DuplicateSideFragment }) {
  const points = side.contactPoints.slice(0, 3);
  const place = side.addresses.find(({ isCurrent }) => isCurrent);
  return (
    <div className={styles.side}>
      <Link to="/customers/$id" params={{ id: side.id }} className={styles.name}><Monogram name={side.name} size={20} /><b>{side.name}</b></Link>
      <ul>
        {points.map(({ id, value }) => <li key={id}>{value}</li>)}
        {place && <li>{[place.street, place.postalCode, place.city].filter(Boolean).join(', ')}</li>}
        {side.birthDate && <li>{m.duplicates_born_on()} <DateText value={side.birthDate} /></li>}
        {side.owner && <li className={styles.quiet}>{side.owner.name}</li>}
      </ul>
    </div>
  );
}
