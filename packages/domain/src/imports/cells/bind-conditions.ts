import { isRefused, type Refusal } from '#refusal';
import type { Condition, FileFormat, FileRole, SkipRule } from '../mapping/index.ts';
import { type CellText, missingColumn } from './bind-source.ts';
import { compareDecimal } from './decimal-text.ts';
import { columnAt } from './header.ts';
import { readDecimalCell } from './read-decimal-cell.ts';

export interface FileShape {
  readonly header: readonly string[];
  readonly format: FileFormat;
  readonly zone: string;
  readonly cell: CellText;
}

type Holds = (cells: readonly string[]) => boolean;

/** The reason for which a row of this file is left out, the first rule that holds; null when it is used. */
export function bindSkip(rules: readonly SkipRule[], role: FileRole, file: FileShape): ((cells: readonly string[]) => string | null) | Refusal {
  const bound: { reason: string; holds: Holds }[] = [];
  for (const [index, rule] of rules.entries()) {
    if (rule.file !== role) continue;
    const holds = bindAll(rule.when, file, `skip.${index}`);
    if (isRefused(holds)) return holds;
    bound.push({ reason: rule.reason, holds });
  }
  return (cells) => bound.find((rule) => rule.holds(cells))?.reason ?? null;
}

/** Whether a row is a return: all conditions of any alternative hold. */
export function bindReturns(alternatives: readonly (readonly Condition[])[], file: FileShape): Holds | Refusal {
  const bound: Holds[] = [];
  for (const [index, conditions] of alternatives.entries()) {
    const holds = bindAll(conditions, file, `returns.${index}`);
    if (isRefused(holds)) return holds;
    bound.push(holds);
  }
  return (cells) => bound.some((holds) => holds(cells));
}

function bindAll(conditions: readonly Condition[], file: FileShape, path: string): Holds | Refusal {
  const bound: Holds[] = [];
  for (const condition of conditions) {
    const at = columnAt(file.header, condition.column);
    if (at < 0) return missingColumn(condition.column, path, file.header);
    bound.push(bindOne(condition, at, file));
  }
  return (cells) => bound.every((holds) => holds(cells));
}

function bindOne(condition: Condition, at: number, { cell, format }: FileShape): Holds {
  switch (condition.test) {
    case 'EMPTY': return (cells) => cell(cells, at) === '';
    case 'FILLED': return (cells) => cell(cells, at) !== '';
    case 'STARTS_WITH': return (cells) => cell(cells, at).startsWith(condition.text);
    case 'IN': {
      const texts = new Set(condition.texts);
      return (cells) => texts.has(cell(cells, at));
    }
    case 'BELOW': return compared(at, cell, format, condition.number, (sign) => sign < 0);
    case 'AT_MOST': return compared(at, cell, format, condition.number, (sign) => sign <= 0);
    case 'ABOVE': return compared(at, cell, format, condition.number, (sign) => sign > 0);
    case 'AT_LEAST': return compared(at, cell, format, condition.number, (sign) => sign >= 0);
    default: throw new Error(condition satisfies never);
  }
}

function compared(at: number, cell: CellText, format: FileFormat, number: string, holds: (sign: number) => boolean): Holds {
  return (cells) => {
    const plain = readDecimalCell(cell(cells, at), format.decimal);
    if (typeof plain !== 'string') return false;
    const sign = compareDecimal(plain, number);
    return sign !== null && holds(sign);
  };
}
