import { addDecimals, compareDecimals } from '#money';
import type { ReturnableLine, ReturnedPart } from './return-lines.ts';

/**
 * Everything of an order that did not come back yet, by line. Returns name a product, not a line: what came back of it
 * is taken from its lines in their order.
 */
export function whatIsLeft(
  lines: readonly Pick<ReturnableLine, 'id' | 'productId' | 'description' | 'quantity'>[],
  returned: readonly Pick<ReturnedPart, 'productId' | 'description' | 'quantity'>[],
): { lineId: string; quantity: string }[] {
  const back = new Map<string, string>();
  for (const part of returned) back.set(thing(part), addDecimals(back.get(thing(part)) ?? '0', part.quantity));
  return lines.flatMap((line) => {
    const gone = back.get(thing(line)) ?? '0';
    const left = addDecimals(line.quantity, `-${gone}`);
    const none = compareDecimals(left, '0') <= 0;
    back.set(thing(line), none ? addDecimals(gone, `-${line.quantity}`) : '0');
    return none ? [] : [{ lineId: line.id, quantity: left }];
  });
}

const thing = ({ productId, description }: Pick<ReturnedPart, 'productId' | 'description'>): string => productId ?? `"${description}`;
