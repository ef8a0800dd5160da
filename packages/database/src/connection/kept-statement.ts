import { isDeepStrictEqual } from 'node:util';
import { CompiledQuery, type RawBuilder } from 'kysely';
import type { Em } from './open-connection.ts';
import type { Kysely } from './rows.ts';
import { newId } from './new-id.ts';

/** What decides a statement but for what it is run with: whose part it is, and everything else that it hangs on, as a text. */
export interface Shape {
  readonly of: object;
  readonly key: string;
}

/** What a statement is run with, other each time. */
export interface RunWith {
  readonly id: string;
  readonly now: Date;
}

type Slot = { readonly is: keyof RunWith } | { readonly value: unknown };
interface Kept {
  readonly text: string;
  readonly slots: readonly Slot[];
}
/** `seen`: asked once so far; `varies`: more of it hangs on what it is run with than its parameters. */
type Known = Kept | 'seen' | 'varies';

const most = 200;
const known = new WeakMap<object, Map<string, Known>>();

/**
 * Runs a statement that looks one thing up, and writes it out once for its shape and not at each run: to write the
 * record of a customer costs a third of what reading him costs the process. It is kept only if what was written for
 * two different runs differs in nothing but these two themselves.
 */
export async function runAsKept<Row>(em: Em, shape: Shape | undefined, given: RunWith, write: (given: RunWith) => RawBuilder<Row>): Promise<Row[]> {
  const connection = em.getKysely<Record<string, never>>() as unknown as Kysely;
  const all = shape && (known.get(shape.of) ?? remember(shape.of));
  const before = all?.get(shape!.key);
  if (before && typeof before === 'object') {
    const parameters = before.slots.map((slot) => ('is' in slot ? told(given)[slot.is] : slot.value));
    return (await connection.executeQuery<Row>(CompiledQuery.raw(before.text, parameters))).rows;
  }
  const query = write(given);
  if (all && before !== 'varies') {
    if (!before && all.size >= most) all.delete(all.keys().next().value!);
    all.set(shape!.key, before === 'seen' ? keep(connection, given, write) : 'seen');
  }
  return (await query.execute(connection)).rows;
}

function remember(of: object): Map<string, Known> {
  const all = new Map<string, Known>();
  known.set(of, all);
  return all;
}

const told = ({ id, now }: RunWith): Record<keyof RunWith, unknown> => ({ id, now: now.toISOString() });

function keep(connection: Kysely, given: RunWith, write: (given: RunWith) => RawBuilder<unknown>): Kept | 'varies' {
  const other = { id: newId(), now: new Date(given.now.getTime() + 400 * 86_400_000 + 1) };
  const [one, two] = [write(given).compile(connection), write(other).compile(connection)];
  const [mine, theirs] = [told(given), told(other)];
  const slots = one.parameters.map((value, at): Slot | undefined => {
    const also = two.parameters[at];
    const is = (['id', 'now'] as const).find((name) => value === mine[name] && also === theirs[name]);
    if (is) return { is };
    return isDeepStrictEqual(value, also) ? { value } : undefined;
  });
  if (one.sql !== two.sql || one.parameters.length !== two.parameters.length || slots.includes(undefined)) return 'varies';
  return { text: one.sql, slots: slots as Slot[] };
}
