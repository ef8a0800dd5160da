import { dateFormat, EmptyState, ErrorState, Money, NumberText, SkeletonRows, useFormatting } from '#design';
import { ForecastDocument, type ForecastFiguresFragment } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconChartBar } from '@tabler/icons-react';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import styles from './forecast.module.css';

const figures = ['won', 'committed', 'weighted', 'bestCase'] as const;
type Figure = (typeof figures)[number];

/** What the same opportunities are expected to bring, month by month; past months are what should have closed. */
export function ForecastView({ question }: { readonly question: OpportunityQuestion }) {
  const { data, error, refetch } = useQuery(ForecastDocument, { variables: question, fetchPolicy: 'cache-and-network' });
  const forecast = data?.forecast;
  if (error && !forecast) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!forecast) return <SkeletonRows rows={8} />;
  if (forecast.months.length === 0) return <EmptyState icon={IconChartBar} text={m.opportunities_no_forecast()} />;
  const most = Math.max(...forecast.months.map(({ bestCase }) => Number(bestCase?.amount ?? 0)), 1);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.opportunities_forecast()}>
      <table className={styles.table}>
        <thead>
          <tr><th scope="col">{m.opportunities_month()}</th><th scope="col" className={styles.end}>{m.opportunities_count()}</th>{figures.map((figure) => <th key={figure} scope="col" className={styles.end} title={explained(figure)}>{word(figure)}</th>)}<td className={styles.barCell} /></tr>
        </thead>
        <tbody>{forecast.months.map((month) => <MonthRow key={month.month ?? 'none'} row={month} most={most} />)}</tbody>
        <tfoot><tr><th scope="row">{m.opportunities_total()}</th><Figures row={forecast.total} /><td /></tr></tfoot>
      </table>
      <p className={styles.note}>{m.opportunities_forecast_explained()}</p>
    </div>
  );
}

function MonthRow({ row, most }: { readonly row: ForecastFiguresFragment; readonly most: number }) {
  const { language } = useFormatting();
  const share = (figure: Figure) => `${(100 * Number(row[figure]?.amount ?? 0)) / most}%`;
  const name = row.month === null ? m.opportunities_no_date() : dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${row.month}-01`));
  return (
    <tr>
      <th scope="row" className={styles.month}>{name}</th>
      <Figures row={row} />
      <td className={styles.barCell} aria-hidden><div className={styles.bar}><i data-figure="best" style={{ width: share('bestCase') }} /><i data-figure="weighted" style={{ width: share('weighted') }} /><i data-figure="won" style={{ width: share('won') }} /></div></td>
    </tr>
  );
}

const Figures = ({ row }: { readonly row: ForecastFiguresFragment }) => (
  <><td className={styles.end}><NumberText value={row.count} /></td>{figures.map((figure) => <td key={figure} className={styles.end} data-figure={figure}>{row[figure] ? <Money {...row[figure]} whole /> : '–'}</td>)}</>
);

function word(figure: Figure): string {
  switch (figure) {
    case 'won': return m.opportunities_won_amount();
    case 'committed': return m.opportunities_committed();
    case 'weighted': return m.opportunities_weighted();
    case 'bestCase': return m.opportunities_best_case();
    default: return figure satisfies never;
  }
}

function explained(figure: Figure): string {
  switch (figure) {
    case 'won': return m.opportunities_won_explained();
    case 'committed': return m.opportunities_committed_explained();
    case 'weighted': return m.opportunities_weighted_explained();
    case 'bestCase': return m.opportunities_best_case_explained();
    default: return figure satisfies never;
  }
}
