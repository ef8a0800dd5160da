import { dateFormat, EmptyState, ErrorState, Money, NumberText, SkeletonRows, useFormatting } from '#design';
import { ForecastDocument, type ForecastFiguresFragment, type PipelineDetailsFragment } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconChartBar, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OpportunitiesSearch, OpportunityQuestion } from '../opportunities-search.ts';
import { type Figure, figures, type ForecastLinks, useForecastLinks } from './forecast-links.ts';
import styles from './forecast.module.css';
import { useRenewed } from './use-renewed.ts';

interface ForecastViewProps {
  readonly question: OpportunityQuestion;
  readonly search: OpportunitiesSearch;
  readonly stages: PipelineDetailsFragment['stages'];
  /** Another each time something happened to one of the pipeline. */
  readonly renewed: unknown;
  /** Takes the filters away, where there are any. */
  readonly onClear: (() => void) | undefined;
}

/**
 * What the same opportunities are expected to bring, month by month; past months are what should have closed. Each month and
 * each sum leads to the table of just those.
 */
export function ForecastView({ question, search, stages, renewed, onClear }: ForecastViewProps) {
  const { data, error, refetch } = useQuery(ForecastDocument, { variables: question, fetchPolicy: 'cache-and-network' });
  useRenewed(renewed, refetch);
  const leads = useForecastLinks(search, stages);
  const forecast = data?.forecast;
  if (error && !forecast) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!forecast) return <SkeletonRows rows={8} />;
  if (forecast.months.length === 0) {
    return onClear
      ? <EmptyState icon={IconSearchOff} text={m.opportunities_none_found()} action={{ label: m.opportunities_clear(), onAct: onClear }} />
      : <EmptyState icon={IconChartBar} text={m.opportunities_no_forecast()} />;
  }
  const most = Math.max(...forecast.months.map(({ bestCase }) => Number(bestCase?.amount ?? 0)), 1);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.opportunities_forecast()}>
      <table className={styles.table}>
        <thead>
          <tr><th scope="col">{m.opportunities_month()}</th><th scope="col" className={styles.end}>{m.opportunities_count()}</th>{figures.map((figure) => <th key={figure} scope="col" className={styles.end} title={explained(figure)}>{word(figure)}</th>)}<td className={styles.barCell} /></tr>
        </thead>
        <tbody>{forecast.months.map((month) => <MonthRow key={month.month ?? 'none'} row={month} most={most} links={leads.to(month.month)} />)}</tbody>
        <tfoot><tr><th scope="row"><Link {...leads.all.all} className={styles.lead}>{m.opportunities_total()}</Link></th><Figures row={forecast.total} links={leads.all} /><td className={styles.barCell} /></tr></tfoot>
      </table>
      <p className={styles.note}>{m.opportunities_forecast_explained()}</p>
    </div>
  );
}

function MonthRow({ row, most, links }: FiguresProps & { readonly most: number }) {
  const { language } = useFormatting();
  const share = (figure: Figure) => `${(100 * Number(row[figure]?.amount ?? 0)) / most}%`;
  const name = row.month === null ? m.opportunities_no_date() : dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${row.month}-01`));
  return (
    <tr>
      <th scope="row" className={styles.month}><Link {...links.all} className={styles.lead}>{name}</Link></th>
      <Figures row={row} links={links} />
      <td className={styles.barCell} aria-hidden><div className={styles.bar}><i data-figure="best" style={{ width: share('bestCase') }} /><i data-figure="weighted" style={{ width: share('weighted') }} /><i data-figure="won" style={{ width: share('won') }} /></div></td>
    </tr>
  );
}

interface FiguresProps {
  readonly row: ForecastFiguresFragment;
  readonly links: ForecastLinks;
}

function Figures({ row, links }: FiguresProps) {
  const led = (figure: Figure | 'all', shown: ReactNode) => <Link {...links[figure]} className={styles.lead}>{shown}</Link>;
  return (
    <>
      <td className={styles.end} data-label={m.opportunities_count()}>{led('all', <NumberText value={row.count} />)}</td>
      {figures.map((figure) => {
        const money = row[figure];
        const shown = money ? <Money {...money} whole /> : '–';
        return <td key={figure} className={styles.end} data-figure={figure} data-label={word(figure)}>{money && Number(money.amount) !== 0 ? led(figure, shown) : shown}</td>;
      })}
    </>
  );
}

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
