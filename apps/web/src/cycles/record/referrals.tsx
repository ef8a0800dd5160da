import { Chip, Money, StageDot } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CyclesOfCustomer } from './use-customer-cycles.ts';
import styles from './customer-cycles.module.css';
import { ReferrerDialog } from './referrer-dialog.tsx';

type Tree = CyclesOfCustomer['referrals'];

/** Who recommended him, and whom he did: as a tree, with what came of it. */
export function Referrals({ customer, onChanged }: { readonly customer: CyclesOfCustomer; readonly onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const { referrals: tree } = customer;
  const fresh = customer.open.edges.length + customer.closed.totalCount === 0;
  const mayAsk = tree.referrer === null && fresh && customer.viewerCanUpdate && customer.deletedAt === null;
  if (tree.referrer === null && tree.recommended === 0 && !mayAsk) return null;
  return (
    <section className={styles.card} aria-label={m.cycles_referral_tree()}>
      <h2 className={styles.title}>{m.cycles_referral_tree()} {tree.recommended > 0 && <span className={styles.count}>{tree.recommended}</span>}</h2>
      {tree.referrer && (
        <p className={styles.quiet}>{m.cycles_referred_by()} <Link className={styles.name} to="/customers/$id" params={{ id: tree.referrer.id }}>{tree.referrer.name}</Link></p>
      )}
      {mayAsk && <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>{m.cycles_set_referrer()}</Button>}
      {tree.recommended > 0 && (
        <>
          <p className={styles.quiet}>{m.cycles_referral_sums({ qualified: tree.qualified, bought: tree.bought })}{tree.revenue && <> · <b><Money {...tree.revenue} whole /></b></>}</p>
          <Branch nodes={tree.nodes} parentId={customer.id} />
        </>
      )}
      {asking && <ReferrerDialog customer={customer} onClose={() => setAsking(false)} onDone={onChanged} />}
    </section>
  );
}

function Branch({ nodes, parentId }: { readonly nodes: Tree['nodes']; readonly parentId: string }) {
  const own = nodes.filter((node) => node.parentId === parentId);
  if (own.length === 0) return null;
  return (
    <ul className={styles.tree}>
      {own.map((node) => (
        <li key={node.customerId}>
          <div className={styles.line}>
            <StageDot color={node.orders > 0 ? 'green' : node.qualified ? 'cyan' : 'slate'} />
            <Link className={styles.name} to="/customers/$id" params={{ id: node.customerId }}>{node.name}</Link>
            <Chip>{node.orders > 0 ? m.cycles_referral_orders({ count: node.orders }) : node.qualified ? m.cycles_referral_qualified() : m.cycles_referral_none_yet()}</Chip>
            {node.revenue && node.orders > 0 && <span className={styles.quiet}><Money {...node.revenue} whole /></span>}
          </div>
          <Branch nodes={nodes} parentId={node.customerId} />
        </li>
      ))}
    </ul>
  );
}
