import { useMe } from '#access';
import { EmptyState } from '#design';
import { FirstStepsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconCircleCheckFilled, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import styles from './first-steps.module.css';
import { type Step, stepsOf } from './steps.ts';

const words: Record<Step, readonly [name: () => string, why: () => string, to: string]> = {
  company: [m.home_step_company, m.home_step_company_why, '/settings/company'],
  people: [m.home_step_people, m.home_step_people_why, '/settings/users'],
  products: [m.home_step_products, m.home_step_products_why, '/products'],
  import: [m.home_step_import, m.home_step_import_why, '/imports/new'],
  customer: [m.home_step_customer, m.home_step_customer_why, '/customers'],
};

/** A house without customers: where to begin, and what of it is done. */
export function FirstSteps() {
  const navigate = useNavigate();
  const steps = stepsOf(useMe().role);
  const { data } = useQuery(FirstStepsDocument, {
    variables: { people: steps.includes('people'), products: steps.includes('products') }, fetchPolicy: 'cache-and-network', skip: steps.length < 2,
  });
  if (steps.length < 2) return <EmptyState icon={IconUsers} text={m.home_first_steps()} action={{ label: m.home_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />;
  const done: Partial<Record<Step, boolean>> = {
    company: (data?.company?.version ?? 1) > 1, people: (data?.users?.totalCount ?? 1) > 1, products: (data?.products?.totalCount ?? 0) > 0,
  };
  return (
    <section className={styles.steps} aria-label={m.home_steps()}>
      <h2 className={styles.title}>{m.home_steps()}</h2>
      <ol>
        {steps.map((step, at) => {
          const [name, why, to] = words[step];
          return (
            <li key={step} data-done={done[step] || undefined}>
              <span className={styles.mark}>{done[step] ? <IconCircleCheckFilled size={20} aria-label={m.home_step_done()} /> : <span className="num" aria-hidden>{at + 1}</span>}</span>
              <span><Link to={to} className={styles.name}>{name()}</Link><span className={styles.why}>{why()}</span></span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
