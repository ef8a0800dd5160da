import type { OrdersMapping, RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { traceOrders, windowsEndedBy } from '#cycles';
import { refreshCustomers } from '#lifecycle';
import { refreshSearch } from '#facts';
import { appendEvents } from '#timeline';
import { sinceFirst } from '../customers/index.ts';
import { countRefused, countSkipped, type JobState, type Problem, problemOf, type Run, saveProblems, toldOf } from '../job/index.ts';
import type { BoundOrders } from './bind-orders.ts';
import { groupOrders, type Left } from './group-orders.ts';
import { type Books, knownOrders, knownReturns } from './known-orders.queries.ts';
import { type HeldOrder, OrderRows } from './order-rows.queries.ts';
import { placeDocument } from './place-documents.ts';
import { isProblem, priceDocument, type PricedDocument } from './price-document.ts';
import { resolveCustomers } from './resolve-customers.ts';
import { resolveProducts } from './resolve-products.ts';
import { type GroupedRow, stagedBatch } from '../staging/index.ts';
import { keepBefore } from '../undo/touched.queries.ts';

export interface Loading {
  readonly mapping: OrdersMapping;
  readonly bound: BoundOrders;
  readonly books: Books;
  readonly run: Run;
}

/** Loads one batch of staged orders, whole orders only, with all that follows from them. */
export async function loadOrders(em: Em, batch: number, { mapping, bound, books, run }: Loading, state: JobState, now: Date): Promise<void> {
  const problems: Problem[] = [];
  const refuse = (rows: readonly GroupedRow[], problem: RowProblem): void => tell(bound, { rows, why: problem }, state, problems);
  const { documents, left } = groupOrders(bound, await stagedBatch(em, run.jobId, batch, bound.twoFiles));
  for (const one of left) tell(bound, one, state, problems);
  const { owned, refused, events, made } = await resolveCustomers(em, documents, { mapping, bound, run, state, now });
  for (const { document, problem } of refused) refuse(document.rows, problem);
  const { products, problems: productProblems } = await resolveProducts(em, owned, { bound, run, state, now });
  const priced: PricedDocument[] = [];
  for (const document of owned) {
    const wrong = [...document.sold, ...document.returned].map(({ line }) => productProblems.get(line.product ?? '')).find((one) => one !== undefined);
    const answer = wrong ?? priceDocument(document, { mapping, bound, books, company: run.company, products, now });
    if (isProblem(answer)) refuse(document.rows, answer);
    else priced.push(answer);
  }
  const rows = new OrderRows(now, { importId: run.jobId, system: mapping.system });
  const touched = new Set<string>(made);
  const placing = { bound, rows, state, touched, ...(await known(em, mapping.system, priced)) };
  const placed = new Map<string, HeldOrder>();
  const firsts = new Map<string, number>();
  for (const document of priced) {
    const problem = placeDocument(document, placing, placed);
    if (problem) refuse(document.rows, problem);
    else firsts.set(document.customerId, Math.min(document.order.placedAt, firsts.get(document.customerId) ?? Infinity));
  }
  await keepBefore(em, run.jobId, [...touched]);
  await rows.insert(em);
  await sinceFirst(em, firsts);
  const happened = [...events, ...rows.events].toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  await appendEvents(em, happened, run.actor, now);
  const moved = await traceOrders(em, [...touched], {
    actor: run.actor, now, zone: run.company.zone, timersUntil: await windowsEndedBy(em, now), beforeReferrers: (inner, ids) => keepBefore(inner, run.jobId, ids),
  });
  await refreshCustomers(em, [...new Set([...touched, ...moved])], { now, zone: run.company.zone, actor: run.actor, search: false });
  // Orders change no word by which a customer is found.
  await refreshSearch(em, [...made]);
  await saveProblems(em, run.jobId, problems);
}

async function known(em: Em, system: string, priced: readonly PricedDocument[]) {
  const numbers = priced.flatMap(({ order, returned }) => [order.number, ...returned.flatMap(({ line }) => line.returnOf ?? [])]);
  const backs = priced.filter(({ back }) => back !== null);
  return {
    orders: await knownOrders(em, system, numbers),
    returns: await knownReturns(em, system, backs.map(({ customerId }) => customerId), backs.map(({ order }) => order.number)),
  };
}

function tell(bound: BoundOrders, { rows, why }: Left, state: JobState, problems: Problem[]): void {
  for (const row of rows) {
    const origin = bound.origin[row.role];
    if ('skipped' in why) {
      countSkipped(state, why.skipped);
      problems.push(toldOf(origin, row.row, row.cells, why.skipped, 'LEFT_OUT_WITH_ORDER'));
    } else {
      countRefused(state, why.refusal.code);
      problems.push(problemOf(origin, row.row, row.cells, why));
    }
  }
}
