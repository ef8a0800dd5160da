import { ErrorState, numberFormat, SkeletonRows } from '#design';
import { QualityOverviewDocument, type QualityOverviewQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { customerSources } from '@orbita/domain/customers';
import { PickBars } from './pick-bars.tsx';
import styles from './quality.module.css';
import type { QualitySearch } from './quality-search.ts';

interface OverviewProps {
  readonly search: QualitySearch;
  /** Not for those who have no queue to narrow. */
  readonly onSearch?: ((next: QualitySearch) => void) | undefined;
}

type Figures = QualityOverviewQuery['qualityOverview'];

/** How good the data are: over all, by what is missing, by where customers came from and who looks after them. */
export function Overview({ search, onSearch }: OverviewProps) {
  const language = useLanguage();
  const number = (value: number) => numberFormat(language).format(value);
  const { data, error, refetch } = useQuery(QualityOverviewDocument, { fetchPolicy: 'cache-and-network', pollInterval: 60_000 });
  const figures = data?.qualityOverview;
  if (!figures) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />;
  if (figures.customers === 0) return <p className={styles.quiet}>{m.quality_not_yet()}</p>;
  const narrow = (change: QualitySearch) => onSearch?.({ ...search, ...change });
  const isSource = (key: string | null): key is (typeof customerSources)[number] => (customerSources as readonly (string | null)[]).includes(key);
  const known = figures.sources.flatMap((group) => (isSource(group.key) ? [{ ...group, key: group.key }] : []));
  const group = (id: string, name: string, average: number, customers: number) => ({
    id, label: name, amount: average, text: m.quality_average({ average: number(average), customers: number(customers) }), does: m.quality_show_group({ name }),
  });
  return (
    <div className={styles.overview}>
      <Score figures={figures} number={number} />
      {figures.checks.length > 0 && (
        <PickBars
          title={m.quality_by_check()} chosen={search.check || undefined} onPick={onSearch && ((check) => narrow({ check }))}
          bars={figures.checks.map(({ check, customers }) => ({
            id: check.key, label: check.label, amount: customers, text: number(customers), does: m.quality_show_check({ name: check.label }),
          }))}
        />
      )}
      {known.length > 0 && (
        <PickBars
          title={m.quality_by_source()} most={100} chosen={search.source} onPick={onSearch && ((source) => narrow({ source: source as QualitySearch['source'] }))}
          bars={known.map(({ key, name, average, customers }) => group(key, name ?? key, average, customers))}
        />
      )}
      {figures.owners.some(({ key }) => key !== null) && (
        <PickBars
          title={m.quality_by_owner()} most={100} chosen={search.owner || undefined} onPick={onSearch && ((owner) => narrow({ owner }))}
          bars={figures.owners.flatMap(({ key, name, average, customers }) => (key === null ? [] : [group(key, name ?? key, average, customers)]))}
        />
      )}
    </div>
  );
}

function Score({ figures: { average, customers, whole, distribution }, number }: { readonly figures: Figures; readonly number: (value: number) => string }) {
  const most = Math.max(...distribution) || 1;
  return (
    <section className={styles.card} aria-label={m.quality_score()}>
      <h2>{m.quality_score()}</h2>
      <p className={styles.score}><b className="num">{average}</b> {m.quality_of()}</p>
      <p className={styles.quiet}>{m.quality_judged({ customers: number(customers) })} · {m.quality_whole({ whole: number(whole) })}</p>
      <ol className={styles.columns} aria-label={m.quality_distribution()}>
        {distribution.map((count, index) => {
          const [from, to] = [index * 10, index === 9 ? 100 : index * 10 + 9];
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a bucket is its place
            <li key={index} title={m.quality_bucket({ from, to, customers: number(count) })}>
              <span className="visually-hidden">{m.quality_bucket({ from, to, customers: number(count) })}</span>
              <span className={styles.column} data-none={count === 0 || undefined} style={{ height: `${(100 * count) / most}%` }} aria-hidden />
              <span className={styles.tick} aria-hidden>{from}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
