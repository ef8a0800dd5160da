import { BarList, Heatmap, Money, numberFormat, NumberText, Stat, useFormatting } from '#design';
import styles from './gallery.module.css';
import { Section } from './section.tsx';

const cohorts = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

export function ChartSection() {
  const { language } = useFormatting();
  const percent = numberFormat(language, { style: 'percent' });
  return (
    <Section title="Figures">
      <div className={`${styles.card} ${styles.strip}`}>
        <Stat label="Revenue" value={<Money amount="1284300.20" compact />} change={0.12} course={[3, 5, 4, 6, 8, 7, 9, 12]} />
        <Stat label="Customers" value={<NumberText value={48213} />} change={0.03} course={[40, 41, 43, 42, 44, 46, 47, 48]} />
        <Stat label="Churn" value={<NumberText value={0.042} percent digits={1} />} change={-0.08} lessIsBetter course={[6, 6, 5, 5, 4, 5, 4, 4]} />
        <Stat label="NPS" value={<NumberText value={41} />} change={-0.05} course={[44, 45, 46, 44, 43, 42, 41, 41]} />
      </div>
      <div className={styles.pair}>
        <div className={`${styles.card} ${styles.padded}`}>
          <BarList
            label="Revenue by stage"
            bars={[
              { id: '1', label: 'First purchase', amount: 412, text: <Money amount="412000" whole />, color: 'indigo' },
              { id: '2', label: 'Follow-up', amount: 287, text: <Money amount="287400" whole />, color: 'cyan' },
              { id: '3', label: 'Renewal and growth', amount: 190, text: <Money amount="190100" whole />, color: 'green' },
              { id: '4', label: 'Churned', amount: 38, text: <Money amount="38000" whole />, color: 'red' },
            ]}
          />
        </div>
        <div className={`${styles.card} ${styles.padded}`}>
          <Heatmap
            caption="Retention by month of first purchase" corner="Cohort" columns={['M0', 'M1', 'M2', 'M3', 'M4']} format={(value) => percent.format(value)}
            rows={cohorts.map((cohort, at) => ({ id: cohort, label: cohort, values: [1, 0.62, 0.48, 0.39, 0.31].map((value, month) => (month < 5 - at ? value - at * 0.03 * Math.sign(month) : undefined)) }))}
          />
        </div>
      </div>
    </Section>
  );
}
