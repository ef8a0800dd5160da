import { DateText, SkeletonBar, StageChip } from '#design';
import { CustomerStagesDocument, type CustomerStagesQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconChevronDown } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useChosenModel } from '../models/use-chosen-model.ts';
import { stageColor } from '../stage-color.ts';
import { Reasons } from './reasons.tsx';
import styles from './standing.module.css';

const StageHistory = lazy(async () => ({ default: (await import('./stage-history.tsx')).StageHistory }));

type Standing = NonNullable<CustomerStagesQuery['customer']>['stages'][number];

interface StandingPanelProps {
  readonly customerId: string;
  /** Changes when something happened to him: then it is asked anew. */
  readonly stamp: string | undefined;
}

/** Where the customer stands in the model one reads by, why, and how one treats him there. */
export function StandingPanel({ customerId, stamp }: StandingPanelProps) {
  const { data, error, refetch } = useQuery(CustomerStagesDocument, { variables: { id: customerId }, fetchPolicy: 'cache-and-network' });
  const [chosen, choose] = useChosenModel();
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current !== stamp) void refetch().catch(() => {});
    seen.current = stamp;
  }, [stamp, refetch]);
  const stages = data?.customer?.stages ?? [];
  const here = stages.find(({ model }) => model.key === chosen) ?? stages[0];
  if (!here && (data || error)) return null;
  return (
    <section className={styles.panel} aria-label={m.lifecycle_standing()}>
      {here ? <Stand key={here.model.key} here={here} stages={stages} customerId={customerId} onChoose={choose} /> : <SkeletonBar width={140} />}
    </section>
  );
}

interface StandProps {
  readonly here: Standing;
  readonly stages: readonly Standing[];
  readonly customerId: string;
  readonly onChoose: (key: string) => void;
}

function Stand({ here: { model, stage, previous, since, days, because }, stages, customerId, onChoose }: StandProps) {
  const [past, setPast] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <h2>{m.lifecycle_standing()}</h2>
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <button type="button" className={styles.model} aria-label={m.lifecycle_by_model({ name: model.name })}>{model.name} <IconChevronDown size={12} aria-hidden /></button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{m.lifecycle_models()}</Menu.Label>
            {stages.map(({ model: { key, name }, stage: each }) => (
              <Menu.Item key={key} onClick={() => onChoose(key)} rightSection={<span className={styles.quiet}>{each.name}</span>}>{name}</Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className={styles.where}><StageChip color={stageColor(stage.place)} name={stage.name} /></p>
      <p className={styles.quiet}>
        {m.lifecycle_since()} <DateText value={since} /> · {m.lifecycle_days({ count: days })}{previous && <> · {m.lifecycle_before({ stage: previous.name })}</>}
      </p>
      <h3>{m.lifecycle_why()}</h3>
      <Reasons because={because} />
      <h3>{m.lifecycle_strategy()}</h3>
      <p>{stage.strategy}</p>
      {stage.signals.length > 0 && <h3>{m.lifecycle_announces()}</h3>}
      {stage.signals.length > 0 && <ul className={styles.signals}>{stage.signals.map(({ text, ruleText }) => <li key={text} title={ruleText ?? undefined}>{text}</li>)}</ul>}
      <button type="button" className={styles.toggle} aria-expanded={past} onClick={() => setPast(!past)}>{past ? m.lifecycle_hide_history() : m.lifecycle_history()}</button>
      <Suspense fallback={<SkeletonBar width={180} />}>{past && <StageHistory customerId={customerId} model={model.key} />}</Suspense>
    </>
  );
}
