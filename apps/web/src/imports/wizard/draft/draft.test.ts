import type { ImportSketchDetailsFragment } from '#operations';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, ownerMeant, reread, sayingOwner, sharedWith, sourceOf, withAlso, withConstant, withJoined, withOwner, withTarget, withWords } from './draft.ts';
import { missingTargets } from './missing-targets.ts';
import { planOf } from './plan-of.ts';
import { storedDraft, storeDraft } from './stored-draft.ts';
import { choiceOf, unclearWords } from './words.ts';

const sketch: ImportSketchDetailsFragment = {
  __typename: 'ImportSketch', room: 'customers', system: 'file', unsure: ['dates'], onExisting: 'FILL', onLikely: 'ASK', onUnknownOwner: 'EMPTY', joined: [], savedName: null,
  file: { __typename: 'ImportFile', id: 'f', name: 'a.csv', bytes: 10, spreadsheet: false }, rooms: [],
  format: { __typename: 'ImportFormat', encoding: 'WINDOWS_1252', separator: ';', heading: 1, decimal: ',', dates: 'DMY' },
  columns: [
    { __typename: 'ImportColumn', name: 'Nombre', target: 'customer.name', guessedBy: 'NAME', samples: ['Ana'], words: [] },
    { __typename: 'ImportColumn', name: 'Correo', target: null, guessedBy: null, samples: [], words: [] },
    { __typename: 'ImportColumn', name: 'Correo 2', target: 'customer.email', guessedBy: 'VALUES', samples: [], words: [] },
    { __typename: 'ImportColumn', name: 'Tipo', target: 'customer.kind', guessedBy: 'NAME', samples: [], words: [{ __typename: 'ImportWord', from: 'Empresa', to: '' }, { __typename: 'ImportWord', from: 'PERSON', to: 'PERSON' }] },
  ],
  targets: ['customer.name', 'customer.givenName', 'customer.email', 'customer.kind'].map((key) =>
    ({ __typename: 'ImportTarget', key, section: 'Customer', label: key, required: false, choices: [], joins: false })),
  constants: [{ __typename: 'ImportConstant', target: 'order.currency', text: 'EUR' }],
};

describe('a draft', () => {
  it('begins with what was guessed, and comes to a plan without what goes nowhere or means itself', () => {
    expect(planOf(draftOf(sketch))).toEqual({
      room: 'customers', system: 'file', onExisting: 'FILL', onLikely: 'ASK', onUnknownOwner: 'EMPTY', joined: [], format: { encoding: 'WINDOWS_1252', separator: ';', heading: 1, decimal: ',', dates: 'DMY' },
      columns: [
        { name: 'Nombre', target: 'customer.name', words: [] }, { name: 'Correo 2', target: 'customer.email', words: [] },
        { name: 'Tipo', target: 'customer.kind', words: [{ from: 'Empresa', to: '' }] },
      ],
      constants: [{ target: 'order.currency', text: 'EUR' }],
    });
  });

  it('says of a followed mapping that nothing was guessed', () => {
    expect(draftOf(sketch).columns.map(({ by }) => by)).toEqual(['NAME', null, 'VALUES', 'NAME']);
    expect(draftOf({ ...sketch, savedName: 'Rhein' }).columns[2]?.by).toBe('SAVED');
    expect(draftOf(sketch, true).columns.map(({ by }) => by)).toEqual(['SAVED', null, 'SAVED', 'SAVED']);
  });

  it('moves a target from the column that had it to the one that is given it', () => {
    const moved = withTarget(draftOf(sketch), 'Correo', 'customer.email');
    expect(moved.columns.map(({ target, by }) => [target, by])).toEqual([
      ['customer.name', 'NAME'], ['customer.email', 'HAND'], [null, 'HAND'], ['customer.kind', 'NAME'],
    ]);
    expect(sourceOf(moved, 'customer.email')).toBe('Correo');
    // To go nowhere takes nothing from the others that go nowhere.
    expect(withTarget(moved, 'Nombre', null).columns.map(({ target }) => target)).toEqual([null, 'customer.email', null, 'customer.kind']);
  });

  it('lets both columns go to a target when somebody says so, joined or the first that holds something', () => {
    const moved = withTarget(draftOf(sketch), 'Correo', 'customer.email');
    const both = withAlso(moved, 'Correo 2');
    expect(both.columns.map(({ target, lost }) => [target, lost])).toEqual([['customer.name', undefined], ['customer.email', undefined], ['customer.email', undefined], ['customer.kind', undefined]]);
    expect([sharedWith(both, both.columns[2]!), sharedWith(both, both.columns[1]!)]).toEqual([['Correo'], []]);
    expect([planOf(both).joined, planOf(withJoined(both, 'customer.email', true)).joined, planOf(withJoined(withJoined(both, 'customer.email', true), 'customer.email', false)).joined]).toEqual([[], ['customer.email'], []]);
    // One column alone is joined with nothing; and a column that somebody sent nowhere has nothing to come back to.
    expect(planOf(withJoined(moved, 'customer.email', true)).joined).toEqual([]);
    expect(withTarget(moved, 'Correo 2', null).columns[2]?.lost).toBeUndefined();
  });

  it('forgets the words of a column that is sent elsewhere, and keeps those that are given it', () => {
    const draft = withWords(draftOf(sketch), 'Tipo', [{ from: 'Empresa', to: 'ORGANISATION' }]);
    expect(planOf(draft).columns[2]?.words).toEqual([{ from: 'Empresa', to: 'ORGANISATION' }]);
    expect(withTarget(draft, 'Tipo', 'customer.city').columns[3]?.words).toEqual([]);
  });

  it('says whom an owner’s name means, and takes it back', () => {
    const draft = withTarget(draftOf(sketch), 'Correo', 'customer.owner');
    expect([sayingOwner(draftOf(sketch)), sayingOwner(draft), ownerMeant(draft, 'Pepe')]).toEqual([false, true, null]);
    const named = withOwner(draft, 'Pepe', 'eva@sol.example');
    expect([ownerMeant(named, 'Pepe'), planOf(named).columns[1]]).toEqual(['eva@sol.example', { name: 'Correo', target: 'customer.owner', words: [{ from: 'Pepe', to: 'eva@sol.example' }] }]);
    expect([ownerMeant(withOwner(named, 'Pepe', null), 'Pepe'), planOf(withOwner(named, 'Pepe', null)).columns[1]?.words]).toEqual([null, []]);
  });

  it('lets a column go before a constant, and an empty constant go', () => {
    const draft = withConstant(draftOf(sketch), 'customer.kind', 'PERSON');
    expect(planOf(draft).constants?.map(({ target }) => target)).toEqual(['order.currency']);
    expect(planOf(withTarget(draft, 'Tipo', null)).constants).toContainEqual({ target: 'customer.kind', text: 'PERSON' });
    expect(withConstant(draft, 'customer.kind', '').constants).toEqual({ 'order.currency': 'EUR' });
  });

  it('keeps where columns go when the file is read in another way', () => {
    const draft = withTarget(draftOf(sketch), 'Correo', 'customer.email');
    const again = reread(draft, { ...sketch, format: { ...sketch.format, dates: 'MDY' }, columns: [...sketch.columns.slice(0, 2), { ...sketch.columns[0]!, name: 'Neu', target: null }] });
    expect(again.format.dates).toBe('MDY');
    expect(again.columns.map(({ name, target }) => [name, target])).toEqual([['Nombre', 'customer.name'], ['Correo', 'customer.email'], ['Neu', null]]);
  });
});

it('says which targets are missing: required ones, of a customer any name, and the id of an opportunity that is to be written over', () => {
  const draft = draftOf(sketch);
  expect(missingTargets(draft, sketch.targets)).toEqual([]);
  const nameless = withTarget(draft, 'Nombre', null);
  expect(missingTargets(nameless, sketch.targets).map(({ key }) => key)).toEqual(['customer.name']);
  expect(missingTargets(withTarget(nameless, 'Nombre', 'customer.givenName'), sketch.targets)).toEqual([]);
  const orders = [{ key: 'order.number', required: true }, { key: 'order.currency', required: true }, { key: 'order.channel', required: false }];
  expect(missingTargets({ ...draft, room: 'orders' }, orders).map(({ key }) => key)).toEqual(['order.number']);
  const deals = { ...draft, room: 'opportunities' as const };
  const id = [{ key: 'opportunity.externalId', required: false }];
  expect(missingTargets({ ...deals, onExisting: 'FILL' }, id)).toEqual([]);
  expect(missingTargets({ ...deals, onExisting: 'UPDATE' }, id)).toEqual(id);
});

it('knows a word by a choice or by its name, and tells the others', () => {
  const choices = [{ value: 'NEW', label: 'New' }, { value: 'eva@sol.example', label: 'Eva Sol' }];
  expect(choiceOf({ from: 'x', to: 'eva sol' }, choices)?.value).toBe('eva@sol.example');
  expect(choiceOf({ from: '', to: '' }, [{ value: '', label: '' }])).toBeUndefined();
  const words = [{ from: 'nuevo', to: 'NEW' }, { from: 'Max', to: 'Max' }, { from: '?', to: '' }];
  expect(unclearWords(words, choices).map(({ from }) => from)).toEqual(['Max', '?']);
});

describe('what is kept in the browser', () => {
  afterEach(() => sessionStorage.clear());
  it('is there after a reload, for its file alone, until it is let go', () => {
    storeDraft('f', draftOf(sketch));
    expect(storedDraft('f')).toEqual(draftOf(sketch));
    expect(storedDraft('g')).toBeUndefined();
    sessionStorage.setItem('orbita.import.g', '{"version":0,"draft":{}}');
    expect(storedDraft('g')).toBeUndefined();
    sessionStorage.setItem('orbita.import.g', 'half');
    expect(storedDraft('g')).toBeUndefined();
    storeDraft('f', undefined);
    expect(storedDraft('f')).toBeUndefined();
  });
});
