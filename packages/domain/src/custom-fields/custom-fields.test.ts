import { describe, expect, it } from 'vitest';
import type { Facts } from '#facts';
import { isRefused } from '#refusal';
import { customerCatalogue, describeRule, evaluateRule, explainRule, fieldNamed, nextReviewOf, parseRule, type Rule } from '#rules';
import {
  changeCustomField, changeCustomValues, type CustomField, type CustomFieldInput, customFactOf, customFacts, type CustomValue, type CustomValueInput, missingRequired, noValues,
  ownFacts, prepareCustomField, writtenValue,
} from './index.ts';

const made = (input: Omit<CustomFieldInput, 'entity'> & Partial<CustomFieldInput>, taken: readonly string[] = []): CustomField => {
  const field = prepareCustomField({ entity: 'CUSTOMER', ...input }, new Set(taken));
  if (isRefused(field)) throw new Error(`${field.code} ${field.field}`);
  return field;
};
const label = (en: string, es = en) => ({ en, es });
const company = { currency: 'EUR', zone: 'Europe/Madrid' };
const level = made({ type: 'CHOICE', label: label('Level', 'Nivel'), options: [{ label: label('Gold', 'Oro') }, { label: label('Silver', 'Plata') }] });

describe('a field', () => {
  it('is named after its English label, and kept in one form', () => {
    expect(made({ type: 'TEXT', label: label('  Favourite   wine (red)', 'Vino favorito') })).toEqual({
      entity: 'CUSTOMER', name: 'favouriteWineRed', type: 'TEXT', label: label('Favourite wine (red)', 'Vino favorito'), decimals: 0, options: [],
      required: false, requiredAtStages: [], readers: null,
    });
    expect(made({ type: 'TEXT', label: label('Level') }, ['level']).name).toBe('level2');
    expect(made({ type: 'TEXT', label: label('数') }).name).toBe('field');
    expect(level.options.map(({ value }) => value)).toEqual(['GOLD', 'SILVER']);
  });

  it('is never called as what every object has, and one that is has no value of its own accord', () => {
    expect(made({ type: 'TEXT', label: label('Constructor') }).name).toBe('constructor2');
    const old: CustomField = { ...made({ type: 'TEXT', label: label('Constructor'), required: true }), name: 'constructor' };
    expect(missingRequired([old], {})).toMatchObject({ code: 'REQUIRED', field: 'custom.constructor' });
    expect(ownFacts([old], {})).toEqual({ 'custom.constructor': null });
    expect(changeCustomValues([old], noValues, [{ name: 'constructor', text: 'Ana' }], company)).toMatchObject({ changed: { constructor: { before: null, after: 'Ana' } } });
  });

  it('without options said has none when it is made, and keeps those it has', () => {
    expect(made({ type: 'TEXT', label: label('Note'), options: null }).options).toEqual([]);
    expect(prepareCustomField({ entity: 'CUSTOMER', type: 'CHOICE', label: label('Level'), options: null }, new Set())).toMatchObject({ code: 'REQUIRED', field: 'options' });
    expect(changeCustomField(level, { options: null })).toEqual(level);
  });

  it.each<[string, Partial<CustomFieldInput>, object]>([
    ['a type that there is not', { type: 'COLOUR' as never }, { code: 'INVALID', field: 'type' }],
    ['an empty label', { label: label('Level', ' ') }, { code: 'REQUIRED', field: 'label.es' }],
    ['a long label', { label: label('x'.repeat(61)) }, { code: 'TOO_LONG', field: 'label.en' }],
    ['a name that rules cannot carry', { name: 'Level one' }, { code: 'INVALID_FORMAT', field: 'name' }],
    ['a name that every object answers to', { name: 'constructor' }, { code: 'INVALID_FORMAT', field: 'name' }],
    ['a name that is taken', { name: 'taken' }, { code: 'ALREADY_EXISTS', field: 'name' }],
    ['a choice of nothing', { type: 'CHOICE' }, { code: 'REQUIRED', field: 'options' }],
    ['two options of one name', { type: 'CHOICE', options: [{ label: label('A') }, { label: label('A') }] }, { code: 'ALREADY_EXISTS', field: 'options.1.label' }],
    ['too many options', { type: 'CHOICE', options: Array.from({ length: 101 }, (_, at) => ({ label: label(`n${at}`) })) }, { code: 'INVALID', field: 'options' }],
    ['more decimals than anybody writes', { type: 'NUMBER', decimals: 5 }, { code: 'OUT_OF_RANGE', field: 'decimals' }],
    ['a role that there is not', { readers: ['king' as never] }, { code: 'INVALID', field: 'readers' }],
  ])('is refused for %s', (_, wrong, refusal) => {
    expect(prepareCustomField({ entity: 'CUSTOMER', type: 'TEXT', label: label('Level'), ...wrong }, new Set(['taken']))).toMatchObject(refusal);
  });

  it('keeps an option that is taken out, archived, and administrators among its readers', () => {
    const next = changeCustomField(level, { options: [{ value: 'SILVER', label: label('Silver', 'Plata') }, { label: label('Bronze', 'Bronce') }], readers: ['sales'] }) as CustomField;
    expect(next.options).toEqual([
      { value: 'SILVER', label: label('Silver', 'Plata'), archived: false }, { value: 'BRONZE', label: label('Bronze', 'Bronce'), archived: false },
      { value: 'GOLD', label: label('Gold', 'Oro'), archived: true },
    ]);
    expect(next.readers).toEqual(['administrator', 'sales']);
    expect(next.name).toBe('level');
  });

  it('of a customer knows no stages, that of an opportunity asks for itself at stages', () => {
    expect(changeCustomField(level, { requiredAtStages: ['offer'], required: true })).toMatchObject({ requiredAtStages: [], required: true });
    const own = made({ entity: 'OPPORTUNITY', type: 'TEXT', label: label('Why'), required: true, requiredAtStages: ['offer', 'offer'] });
    expect(own).toMatchObject({ requiredAtStages: ['offer'], required: false });
    expect(made({ entity: 'CONTACT', type: 'TEXT', label: label('Seat'), required: true, requiredAtStages: ['offer'] })).toMatchObject({ requiredAtStages: [], required: true });
  });

  it('of a lead is required only to qualify it: until then it may be emptied', () => {
    const own = made({ entity: 'LEAD', type: 'TEXT', label: label('Why'), required: true, requiredAtStages: ['offer'] });
    expect(own).toMatchObject({ required: true, requiredAtStages: [] });
    const kept = { values: { why: 'x' }, compared: { why: 'x' } };
    expect(changeCustomValues([own], kept, [{ name: 'why', text: ' ' }], company)).toEqual({ values: {}, compared: {}, changed: { why: { before: 'x', after: null } } });
    expect(changeCustomValues([{ ...own, entity: 'CUSTOMER' }], kept, [{ name: 'why', text: ' ' }], company)).toMatchObject({ code: 'REQUIRED', field: 'custom.why' });
  });

  it('is a fact of its thing, null where there is no value', () => {
    const own = made({ entity: 'LEAD', type: 'NUMBER', label: label('Bottles') });
    expect([ownFacts([own], { bottles: 200 }), ownFacts([own], {})]).toEqual([{ 'lead.custom.bottles': 200 }, { 'lead.custom.bottles': null }]);
    expect(['custom.x', 'lead.custom.x', 'opportunity.custom.x', 'lead.status'].map(customFactOf)).toEqual([
      { entity: 'CUSTOMER', name: 'x' }, { entity: 'LEAD', name: 'x' }, { entity: 'OPPORTUNITY', name: 'x' }, undefined,
    ]);
  });
});

const fields = [
  level, made({ type: 'TEXT', label: label('Note') }), made({ type: 'NUMBER', label: label('Area'), decimals: 2 }), made({ type: 'MONEY', label: label('Rent') }),
  made({ type: 'DATE', label: label('Founded') }), made({ type: 'BOOLEAN', label: label('Vip') }), made({ type: 'USER', label: label('Buddy') }),
  made({ type: 'CHOICES', label: label('Wines'), options: [{ label: label('Red') }, { label: label('White') }] }), made({ type: 'CUSTOMER', label: label('Parent') }),
];
const id = '0198c0de-0000-7000-8000-00000000000A';

describe('a value', () => {
  it.each<[CustomValueInput, unknown, unknown]>([
    [{ name: 'level', option: 'GOLD' }, 'GOLD', 'GOLD'],
    [{ name: 'note', text: '  Ámbar\n viejo ' }, 'Ámbar viejo', 'ambar viejo'],
    [{ name: 'area', number: '12.5' }, 1250, 1250],
    [{ name: 'area', number: '-3.2500' }, -325, -325],
    [{ name: 'rent', money: '1234.56' }, 123_456, 123_456],
    [{ name: 'founded', date: '2026-03-01' }, '2026-03-01', Date.UTC(2026, 1, 28, 23)],
    [{ name: 'vip', boolean: false }, false, false],
    [{ name: 'wines', options: ['WHITE', 'RED', 'WHITE'] }, ['RED', 'WHITE'], ['RED', 'WHITE']],
    [{ name: 'buddy', userId: id }, id.toLowerCase(), id.toLowerCase()],
    [{ name: 'parent', customerId: id }, id.toLowerCase(), id.toLowerCase()],
  ])('%j is kept and compared in one form', (input, kept, compared) => {
    expect(changeCustomValues(fields, noValues, [input], company)).toEqual({
      values: { [input.name]: kept }, compared: { [input.name]: compared }, changed: { [input.name]: { before: null, after: kept } },
    });
  });

  it.each<[CustomValueInput, object]>([
    [{ name: 'nobody', text: 'x' }, { code: 'NOT_FOUND', field: 'custom.nobody' }],
    [{ name: 'level', option: 'COPPER' }, { code: 'INVALID', field: 'custom.level', details: { because: 'CHOICES', choices: 'GOLD, SILVER' } }],
    [{ name: 'level', text: 'GOLD' }, { code: 'INVALID', field: 'custom.level', details: { because: 'OTHER_MEMBER', member: 'option' } }],
    [{ name: 'note', text: 'x'.repeat(501) }, { code: 'TOO_LONG', field: 'custom.note' }],
    [{ name: 'area', number: '1.234' }, { code: 'INVALID_FORMAT', field: 'custom.area' }],
    [{ name: 'area', number: '99999999999999999' }, { code: 'OUT_OF_RANGE', field: 'custom.area' }],
    [{ name: 'rent', money: '1.005' }, { code: 'INVALID_FORMAT', field: 'custom.rent' }],
    [{ name: 'founded', date: '2026-02-30' }, { field: 'custom.founded' }],
    [{ name: 'wines', options: ['ROSE'] }, { code: 'INVALID', field: 'custom.wines' }],
    [{ name: 'buddy', userId: 'ana' }, { code: 'INVALID_FORMAT', field: 'custom.buddy' }],
  ])('%j is refused by its path', (input, refusal) => {
    expect(changeCustomValues(fields, noValues, [input], company)).toMatchObject(refusal);
  });

  it.each([['en', 'GOLD', 'Gold'], ['es', 'GOLD', 'Oro'], ['en', 'TIN', 'TIN']] as const)('is written in words: %s %s', (language, value, text) => {
    expect(writtenValue(level, value, { language, currency: 'EUR', nameOf: () => undefined })).toBe(text);
  });

  it.each<[string, CustomValue, string]>([
    ['note', 'Ámbar', 'Ámbar'], ['area', 1250, '12.50'], ['rent', 1000, '10.00 EUR'], ['founded', '2026-03-01', '2026-03-01'], ['vip', true, 'Sí'], ['wines', ['RED', 'WHITE'], 'Red, White'],
    ['buddy', id.toLowerCase(), 'Ana'], ['parent', 'unknown', 'unknown'],
  ])('of each type: %s', (name, value, text) => {
    const nameOf = (one: string) => (one === id.toLowerCase() ? 'Ana' : undefined);
    expect(writtenValue(fields.find((field) => field.name === name)!, value, { language: 'es', currency: 'EUR', nameOf })).toBe(text);
  });

  it('that was there may stay though it is offered no longer, but is not chosen anew', () => {
    const archived = changeCustomField(level, { options: [{ value: 'SILVER', label: label('Silver') }] }) as CustomField;
    const kept = { values: { level: 'GOLD' }, compared: { level: 'GOLD' } };
    expect(changeCustomValues([archived], kept, [{ name: 'level', option: 'GOLD' }], company)).toMatchObject({ changed: {} });
    expect(changeCustomValues([archived], noValues, [{ name: 'level', option: 'GOLD' }], company)).toMatchObject({ code: 'INVALID' });
  });

  it('is emptied by nothing, unless it is required', () => {
    const kept = { values: { level: 'GOLD', note: 'x' }, compared: { level: 'GOLD', note: 'x' } };
    expect(changeCustomValues(fields, kept, [{ name: 'level', option: null }], company)).toEqual({
      values: { note: 'x' }, compared: { note: 'x' }, changed: { level: { before: 'GOLD', after: null } },
    });
    const needed = changeCustomField(level, { required: true }) as CustomField;
    expect(changeCustomValues([needed], kept, [{ name: 'level' }], company)).toMatchObject({ code: 'REQUIRED', field: 'custom.level' });
    expect(missingRequired([needed], {})).toMatchObject({ code: 'REQUIRED', field: 'custom.level' });
    expect(missingRequired([needed], { level: 'GOLD' })).toBeUndefined();
  });
});

describe('in rules', () => {
  const catalogue = customerCatalogue(customFacts(fields));
  const subject = { facts: { 'custom.level': 'GOLD', 'custom.area': 1250, 'custom.note': null, 'custom.wines': ['RED'] } };
  it.each<[Rule, string, string, unknown]>([
    [{ fact: 'custom.level', is: 'in', values: ['GOLD', 'SILVER'] }, 'Level is Gold or Silver', 'Nivel es Oro o Plata', true],
    [{ fact: 'custom.area', is: 'ge', value: 1251 }, 'Area ≥ 12.51', 'Area ≥ 12,51', false],
    [{ fact: 'custom.note', is: 'isSet' }, 'Note has a value', 'Note tiene valor', false],
    [{ fact: 'custom.wines', is: 'contains', value: 'RED' }, 'Wines includes Red', 'Wines incluye Red', true],
    [{ fact: 'custom.vip', is: 'eq', value: true }, 'Vip: yes', 'Vip: sí', 'unknown'],
  ])('%j is read, told and evaluated', (rule, english, spanish, truth) => {
    expect(parseRule(rule, catalogue)).toEqual(rule);
    expect(describeRule(rule, catalogue, 'en')).toBe(english);
    expect(describeRule(rule, catalogue, 'es')).toBe(spanish);
    expect(evaluateRule(rule, subject, 0)).toBe(truth);
  });

  it('those of contacts are fields of his contacts, and of nothing else', () => {
    const ofContacts = customerCatalogue(customFacts([made({ entity: 'CONTACT', type: 'DATE', label: label('Joined', 'Alta') }), { ...level, entity: 'CONTACT' }]));
    const rule: Rule = { some: 'contacts', where: { and: [{ fact: 'custom.level', is: 'in', values: ['GOLD'] }, { fact: 'custom.joined', is: 'reached' }] } };
    expect(parseRule(rule, ofContacts)).toEqual(rule);
    expect(describeRule(rule, ofContacts, 'en')).toBe('at least one of Contacts: (Level is Gold and Joined: reached)');
    expect(describeRule(rule, ofContacts, 'es')).toBe('al menos uno de Contactos: (Nivel es Oro y Alta: ya ha llegado)');
    expect(parseRule({ fact: 'custom.level', is: 'isSet' }, ofContacts)).toMatchObject({ code: 'RULE_INVALID', field: 'fact' });
    expect(parseRule({ some: 'orders', where: { fact: 'custom.level', is: 'isSet' } }, ofContacts)).toMatchObject({ code: 'RULE_INVALID', field: 'where.fact' });
    expect(fieldNamed(ofContacts, 'contacts.custom.level')?.label).toEqual(level.label);
    const truth = (contacts: Facts[]) => evaluateRule(rule, { facts: {}, relations: { contacts } }, 10);
    expect([truth([{ 'custom.level': 'GOLD', 'custom.joined': 10 }]), truth([{ 'custom.level': 'GOLD', 'custom.joined': 11 }]), truth([{ 'custom.level': 'GOLD' }]), truth([])]).toEqual([true, false, 'unknown', false]);
    expect(nextReviewOf(rule, {}, 5, { contacts: [{ 'custom.joined': 11 }, { 'custom.joined': 8 }] })).toBe(8);
    expect(explainRule(rule, { facts: {}, relations: { contacts: [{ 'custom.level': 'GOLD', 'custom.joined': 1 }, {}] } }, 5)).toMatchObject({ truth: true, rows: { all: 2, fulfilling: 1 } });
  });

  it('an option that there is not is refused', () => {
    expect(parseRule({ fact: 'custom.wines', is: 'contains', value: 'ROSE' }, catalogue)).toMatchObject({ code: 'RULE_INVALID', field: 'value' });
  });
});
