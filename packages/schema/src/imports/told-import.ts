import type { JobState } from '@orbita/database/imports';
import { guessValues, importMessageOnScreen, type ImportNote, joins, mostWords, type Room, roomLabels, sectionLabels, sectionsOf, type Target, targetsOf } from '@orbita/domain/imports';
import type { ImportSketch } from '@orbita/database/imports';
import type { Language, Refusal } from '@orbita/domain/refusal';
import type { ImportColumnType, ImportProblemType, ImportSketchType, ImportTallyType, ImportTargetType } from './import.type.ts';

/** A refusal in the imports' own words. */
export const saidOf = (refusal: Refusal, language: Language) => ({ ...refusal, said: importMessageOnScreen(refusal, language) });

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...roomLabels, contacts: { en: 'Contacts', es: 'Contactos' }, orders: { en: 'Orders', es: 'Pedidos' }, lines: { en: 'Lines', es: 'Líneas' },
  returns: { en: 'Returns', es: 'Devoluciones' }, activities: { en: 'Activities', es: 'Actividades' },
};

export const tallies = ({ things }: JobState, language: Language): ImportTallyType[] =>
  Object.entries(things).map(([kind, tally]) => ({ kind, label: kinds[kind]?.[language] ?? kind, ...tally }));

/** The cells stand in the order of their file, which the database does not keep with the row. */
export function toldProblem({ row, column, line, ...note }: ImportNote & { row: number; column: string; line: Readonly<Record<string, string>> | null }, language: Language, { files, room }: Pick<JobState, 'files'> & { readonly room: Room }): ImportProblemType {
  const given = line ?? {};
  const names = new Set([...Object.values(files).flatMap(({ header }) => header), ...Object.keys(given)]);
  return { row, column: fieldsCalled(column, names, room, language), code: note.code, message: importMessageOnScreen(note, language), cells: [...names].flatMap((from) => (given[from] === undefined ? [] : [{ from, to: given[from] }])) };
}

/** What no column of the file holds is told by what the screen calls it. */
const fieldsCalled = (told: string, columns: ReadonlySet<string>, room: Room, language: Language): string => (columns.has(told) ? told : told.split(', ').map((one) => {
  const target = columns.has(one) ? undefined : targetsOf(room, []).find(({ key, field, section }) => key === one || (field === one && section === sectionsOf[room][0]));
  return target?.label[language] ?? one;
}).join(', '));

const shownRows = 5;
const shownSamples = 3;
/** Fields whose text must be the name of something that is here. */
const named = new Set(['owner', 'stage', 'pipeline', 'businessLine']);

/** People, stages and the like by their names, for fields that take these. */
export type Names = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>;

export function toldSketch({ file, plan, guesses, targets, saved, unsure, header, rows, format }: ImportSketch, rooms: ImportSketchType['rooms'], names: Names, language: Language): ImportSketchType {
  const columns = header.map((name, at): ImportColumnType => {
    const planned = plan.columns.find(({ column }) => column === name);
    const cells = differentCells(rows, at);
    const target = targets.find(({ key }) => key === planned?.target);
    return {
      name, target: planned?.target ?? null, guessedBy: guesses.find(({ column }) => column === name)?.by ?? null,
      samples: cells.slice(0, shownSamples), words: wordsOf(planned?.values, cells, target),
    };
  });
  return {
    file, room: plan.room, rooms, system: plan.system, format: { ...format, heading: format.heading ?? 1 }, unsure: [...unsure], columns, rows: rows.slice(0, shownRows).map((cells) => [...cells]),
    targets: targets.map((target) => toldTarget(target, plan.room, names, language)), onExisting: plan.onExisting, onLikely: plan.onLikely ?? 'ask', onUnknownOwner: plan.onUnknownOwner ?? 'empty', joined: plan.joined ?? [], savedName: saved?.name ?? null,
    constants: Object.entries(plan.constants).map(([key, text]) => ({ target: key, text })),
  };
}

/** The words of one column at a target other than the planned one. */
export function toldWords({ header, rows, targets }: ImportSketch, column: string, key: string): ImportColumnType['words'] {
  const target = targets.find((one) => one.key === key);
  const cells = differentCells(rows, header.indexOf(column));
  return target ? wordsOf(guessValues(cells, target) ?? undefined, cells, target) : [];
}

const differentCells = (rows: ImportSketch['rows'], at: number): string[] => [...new Set(rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))];

function wordsOf(values: Readonly<Record<string, string>> | undefined, cells: readonly string[], target: Target | undefined): ImportColumnType['words'] {
  const known = values ?? {};
  const asked = target && (typeof target.reads !== 'string' || named.has(target.field)) ? cells.slice(0, mostWords) : [];
  const all = [...new Set([...Object.keys(known), ...(values || (target && named.has(target.field)) ? asked : [])])];
  return all.map((from) => ({ from, to: known[from] ?? from }));
}

/** A product that an order's line names is made of what the line says: its own fields are wanted of nobody. */
function toldTarget({ key, section, field, reads, required, label, labels }: Target, room: Room, names: Names, language: Language): ImportTargetType {
  const own = typeof reads === 'string' ? [] : reads.map((value) => ({ value, label: labels[value]?.[language] ?? value }));
  return { key, section: sectionLabels[section][language], label: label[language], required: required && !(room === 'orders' && section === 'product'), choices: own.length > 0 ? own : [...(names[field] ?? [])], joins: joins({ field, reads }) };
}
