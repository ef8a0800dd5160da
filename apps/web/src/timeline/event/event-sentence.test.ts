import { groupOfEvent } from '@orbita/domain/timeline';
import { learnFields } from '#rules';
import { changeLanguage } from '#words';
import { afterEach, expect, it } from 'vitest';
import { changesOf, type ToldEvent } from './event.ts';
import { sentenceOf, sentences } from './event-sentence.ts';
import { fieldWord } from './field-words.ts';
import { amountOfChange } from './opportunity-sentences.ts';
import { ownValue } from './own-value.ts';

const call = { kind: 'CALL', subject: 'Reorder', direction: 'INBOUND', assignee: null };
const task = { kind: 'TASK', subject: 'Send price list', direction: null, assignee: { name: 'Ana Mora' } };
const order = { number: 'P-7' };
const opportunity = {
  title: 'Press', pipeline: { stages: [{ key: 'contacted', names: { en: 'First contact', es: 'Primer contacto' } }, { key: 'offered', names: { en: 'Offered', es: 'Ofertada' } }] },
};
const nameOf = (id: string) => (id === 'u1' ? 'Ana Mora' : undefined);
const event = (type: string, rest: Partial<ToldEvent> = {}): ToldEvent => ({ type, payload: {}, personal: null, ...rest });

const told: readonly (readonly [ToldEvent, string, string])[] = [
  [event('customerCreated'), 'Entered as a customer', 'Dado de alta como cliente'],
  [event('customerCreated', { payload: { source: 'FAIR' } }), 'Entered as a customer, from trade fair', 'Dado de alta como cliente, origen feria'],
  [event('customerUpdated', { payload: { changed: ['taxId'] } }), 'One detail changed', 'Un dato cambiado'],
  [event('customerUpdated', { payload: { changed: ['taxId', 'tags'] } }), 'Details changed', 'Datos cambiados'],
  [event('customerDeleted'), 'Deleted', 'Eliminado'],
  [event('customerRestored'), 'Restored', 'Restaurado'],
  [event('customerErased', { payload: { reason: 'REQUEST' } }), 'Erased: he asked for it', 'Borrado: lo ha solicitado'],
  [event('contactErased', { payload: { reason: 'OBJECTION' } }), 'Contact erased: he objects to the use of his data', 'Contacto borrado: se opone al tratamiento'],
  [event('personalDataHandedOut'), 'Data of a person handed out', 'Entregados los datos de una persona'],
  [event('customersMerged', { payload: { mergedId: 'c2', changed: ['tags'] }, personal: { name: 'Eva Ruiz' } }), 'Merged with Eva Ruiz', 'Fusionado con Eva Ruiz'],
  [event('customerImportUndone'), 'Import undone', 'Importación deshecha'],
  [event('customersUnmerged'), 'Merging with somebody undone', 'Deshecha la fusión con alguien'],
  [event('duplicateDismissed'), 'Kept apart from another customer: they are two', 'Separado de otro cliente: son dos'],
  [event('duplicateReopened'), 'May be the same as another customer after all', 'Quizá sí sea el mismo que otro cliente'],
  [event('enrichmentAccepted', { payload: { field: 'website' } }), 'Filled in as proposed: website', 'Rellenado como se proponía: sitio web'],
  [event('enrichmentDismissed', { payload: { field: 'language' } }), 'Proposal dismissed: language', 'Propuesta descartada: idioma'],
  [event('contactPointAdded', { payload: { kind: 'EMAIL' }, personal: { value: 'a@b.es' } }), 'Added e-mail a@b.es', 'Añadido correo a@b.es'],
  [event('contactPointAdded', { payload: { kind: 'EMAIL' } }), 'Added e-mail (hidden)', 'Añadido correo (oculto)'],
  [event('contactPointPreferred', { payload: { kind: 'MOBILE' } }), 'Preferred from now on: mobile', 'Preferido desde ahora: móvil'],
  [event('contactPointRemoved', { payload: { kind: 'PHONE' }, personal: { value: '+34 9' } }), 'Removed telephone +34 9', 'Quitado teléfono +34 9'],
  [event('consentRecorded', { payload: { channel: 'EMAIL', state: 'DENIED' } }), 'Consent for e-mail: denied', 'Consentimiento para correo: denegado'],
  [event('addressSet', { payload: { kind: 'BILLING' }, personal: { street: 'Mayor 1', city: 'Lugo' } }), 'Billing address: Mayor 1, Lugo', 'Dirección de facturación: Mayor 1, Lugo'],
  [event('addressEnded', { payload: { kind: 'HOME' } }), 'Home address no longer holds', 'La dirección particular ya no vale'],
  [event('contactAdded', { personal: { givenName: 'Eva', familyName: 'Ruiz' } }), 'Contact added: Eva Ruiz', 'Contacto añadido: Eva Ruiz'],
  [event('contactUpdated', { personal: { givenName: 'Eva' } }), 'Contact changed: Eva', 'Contacto cambiado: Eva'],
  [event('contactRemoved'), 'Contact removed: somebody', 'Contacto quitado: alguien'],
  [event('orderPlaced', { order }), 'Order P-7 placed', 'Pedido P-7 realizado'],
  [event('orderDelivered', { order }), 'Order P-7 delivered', 'Pedido P-7 entregado'],
  [event('orderSettled', { order }), 'Order P-7 paid', 'Pedido P-7 cobrado'],
  [event('orderCancelled', { order }), 'Order P-7 cancelled', 'Pedido P-7 anulado'],
  [event('orderCancelled', { order, personal: { reason: 'twice' } }), 'Order P-7 cancelled: twice', 'Pedido P-7 anulado: twice'],
  [event('goodsReturned', { order }), 'Part of order P-7 came back', 'Devuelta parte del pedido P-7'],
  [event('goodsReturned', { order, payload: { whole: true } }), 'Order P-7 came back whole', 'Devuelto entero el pedido P-7'],
  [event('activityLogged', { activity: call }), 'Call from the customer: Reorder', 'Llamada del cliente: Reorder'],
  [event('activityLogged', { activity: { ...call, kind: 'NOTE', direction: null } }), 'Note: Reorder', 'Nota: Reorder'],
  [event('activityUpdated', { activity: call }), '“Reorder” corrected', '«Reorder» corregido'],
  [event('activityDeleted'), 'An entry was deleted', 'Se eliminó una anotación'],
  [event('taskCreated', { activity: task }), 'Task for Ana Mora: Send price list', 'Tarea para Ana Mora: Send price list'],
  [event('taskCompleted', { activity: task }), 'Task done: Send price list', 'Tarea hecha: Send price list'],
  [event('taskReopened', { activity: task }), 'Task opened again: Send price list', 'Tarea reabierta: Send price list'],
  [event('taskReminded', { activity: task }), 'Reminder sent: Send price list', 'Recordatorio enviado: Send price list'],
  [event('cycleOpened', { payload: { origin: 'WIN_BACK', phase: 'DELIVERY' } }), 'Cycle opened: win-back, in Delivery', 'Ciclo abierto: recuperación, en Entrega'],
  [event('cycleMoved', { payload: { from: 'DELIVERY', to: 'AFTER_SALES' } }), 'Cycle went on to After-sales', 'El ciclo pasa a Posventa'],
  [event('cycleClosed', { payload: { outcome: 'RECURRENT', lostInPhase: null } }), 'Cycle closed: Recurrent', 'Ciclo cerrado: Recurrente'],
  [event('contractTerminated', { order, payload: { effectiveOn: '2026-06-01' } }), 'Contract of order P-7 terminated for 1 Jun 2026', 'Baja del contrato del pedido P-7 para el 1 jun 2026'],
  [event('customerLeft', { payload: { reason: 'PRICE' } }), 'Has left: Price', 'Se ha ido: Precio'],
  [event('departureWithdrawn'), 'Departure withdrawn', 'Marcha retirada'],
  [event('referrerSet'), 'Noted who recommended him', 'Anotado quién lo recomendó'],
  [event('acquisitionCostSet'), 'Acquisition cost noted', 'Coste de captación anotado'],
  [event('starsAligned'), 'stars aligned', 'stars aligned'],
  [event('stageChanged', { payload: { changes: [{ model: 'value', from: 'GROWTH', to: 'DECLINE', because: 'always' }] } }), 'Stage · Value: Growth → Decline', 'Etapa · Valor: Crecimiento → Declive'],
  [event('stageChanged', { payload: { cause: 'MODEL_EDITED', changes: [{ model: 'value', from: null, to: 'GROWTH', because: 'always' }] } }), 'Stage · Value: Growth (the model was edited)', 'Etapa · Valor: Crecimiento (se editó el modelo)'],
  [event('offerDue'), 'Time to propose something, by his rhythm', 'Momento de proponerle algo, según su ritmo'],
  [event('alarmReached'), 'Silence alarm: twice his rhythm without buying', 'Alarma de silencio: el doble de su ritmo sin comprar'],
  [event('lapsed'), 'Counts as lost: three times his rhythm without buying', 'Se da por perdido: el triple de su ritmo sin comprar'],
  [event('leadCaptured', { payload: { channel: 'FAIR', reopensId: 'l0' } }), 'Lead taken up again', 'Lead retomado'],
  [event('leadCaptured', { payload: { channel: 'FAIR' } }), 'Lead captured: trade fair', 'Lead captado: feria'],
  [event('leadWorked'), 'Lead answered', 'Lead respondido'],
  [event('leadEvaluated', { payload: { need: 'UNKNOWN' } }), 'Lead evaluated', 'Lead evaluado'],
  [event('leadEvaluated', { payload: { need: 'YES', budget: 'NO', authority: 'UNKNOWN', timing: 'UNKNOWN' } }), 'Lead evaluated: need yes, budget no', 'Lead evaluado: necesidad sí, presupuesto no'],
  [event('leadUpdated', { payload: { changed: ['custom.vintage'] } }), 'Lead changed', 'Lead modificado'],
  [event('leadQualified'), 'Lead qualified: it is an opportunity', 'Lead cualificado: ya es una oportunidad'],
  [event('leadDisqualified', { payload: { reason: 'NO_BUDGET' } }), 'Lead disqualified: no budget', 'Lead descualificado: sin presupuesto'],
  [event('leadRecycled'), 'Lead put to rest', 'Lead en maduración'],
  [event('leadRecycled', { payload: { until: '2026-06-01T08:00:00.000Z' } }), 'Lead put to rest until 1 Jun 2026', 'Lead en maduración hasta el 1 jun 2026'],
  [event('leadAssigned', { payload: { ownerId: null } }), 'Lead handed over', 'Lead reasignado'],
  [event('leadAssigned', { payload: { ownerId: 'u1' } }), 'Lead handed over to Ana Mora', 'Lead reasignado a Ana Mora'],
  [event('opportunityOpened', { opportunity, payload: { stage: 'contacted' } }), 'Opportunity opened: Press, in First contact', 'Oportunidad abierta: Press, en Primer contacto'],
  [event('opportunityOpened', { opportunity, payload: { stage: 'offered', reopensId: 'o0' } }), 'Opportunity taken up again: Press, in Offered', 'Oportunidad retomada: Press, en Ofertada'],
  [event('opportunityOpened', { opportunity: null, payload: { stage: 'offered' }, personal: { title: 'Press' } }), 'Opportunity opened: Press, in a stage that is no more', 'Oportunidad abierta: Press, en una fase que ya no existe'],
  [event('opportunityMoved', { opportunity, payload: { from: 'contacted', to: 'offered' } }), 'Opportunity “Press”: First contact → Offered', 'Oportunidad «Press»: Primer contacto → Ofertada'],
  [event('opportunityMoved', { opportunity, payload: { from: 'gone', to: 'offered', overridden: { by: 'u1', missing: [] } } }), 'Opportunity “Press”: a stage that is no more → Offered, though its gate did not hold', 'Oportunidad «Press»: una fase que ya no existe → Ofertada, sin cumplir el requisito de salida'],
  [event('opportunityRanked', { opportunity: null }), 'Opportunity “(hidden)” put elsewhere in its column', 'Oportunidad «(oculto)» cambiada de sitio en su columna'],
  [event('opportunityWon', { opportunity }), 'Opportunity won: Press', 'Oportunidad ganada: Press'],
  [event('opportunityWon', { opportunity, payload: { reasons: ['PRICE', 'SERVICE'] } }), 'Opportunity won: Press (price, service)', 'Oportunidad ganada: Press (precio, servicio)'],
  [event('opportunityLost', { opportunity, payload: { reason: 'COMPETITOR' } }), 'Opportunity lost: Press (chose a competitor)', 'Oportunidad perdida: Press (eligió a la competencia)'],
  [event('opportunityLost', { opportunity }), 'Opportunity lost: Press', 'Oportunidad perdida: Press'],
  [event('opportunityUpdated', { opportunity, payload: { changed: ['amount', 'ownerId'] } }), 'Opportunity changed: Press', 'Oportunidad modificada: Press'],
  [event('opportunityUpdated', { opportunity, payload: { changed: ['ownerId'], values: { ownerId: { before: null, after: 'u1' } } } }), 'Opportunity “Press” handed over to Ana Mora', 'Oportunidad «Press» reasignada a Ana Mora'],
  [event('opportunityUpdated', { opportunity, payload: { changed: ['ownerId'], values: { ownerId: { before: 'u1', after: null } } } }), 'Opportunity “Press” is nobody\'s now', 'La oportunidad «Press» queda sin responsable'],
  [event('leadUnanswered'), 'A lead was not answered in time', 'Un lead no se contestó a tiempo'],
  [event('nurtureEnded'), 'Has matured: time to look again', 'Maduración terminada: toca volver a mirar'],
];

afterEach(() => changeLanguage('en'));

it.each(told)('tells $type', (each, english, spanish) => {
  changeLanguage('en');
  expect(sentenceOf(each, 'en', nameOf)).toBe(english);
  changeLanguage('es');
  expect(sentenceOf(each, 'es', nameOf)).toBe(spanish);
});

it('leaves no kind of event without an example here', () => {
  expect(new Set(told.map(([{ type }]) => type))).toEqual(new Set([...Object.keys(sentences), 'starsAligned']));
});

it('reads changes with values before and after, and says where one is hidden', () => {
  const changed = event('customerUpdated', {
    payload: { changed: ['language', 'taxId'], values: { language: { before: 'es', after: 'en' } } },
  });
  expect(changesOf(changed)).toEqual([{ field: 'language', known: true, before: 'es', after: 'en' }, { field: 'taxId', known: false }]);
  expect(changesOf({ ...changed, personal: { taxId: { before: null, after: 'B1' } } })[1]).toEqual({ field: 'taxId', known: true, before: null, after: 'B1' });
});

it('calls the own fields of a contact as they are called of contacts, and no other', () => {
  const field = { name: 'seat', type: 'CHOICE' as const, decimals: 0, required: false, requiredAtStages: [], readers: null };
  const option = { value: 'DOOR', label: { en: 'By the door', es: 'Junto a la puerta' }, archived: false };
  learnFields([
    { ...field, entity: 'CUSTOMER', label: { en: 'Seat of the house', es: 'Sede' }, options: [] },
    { ...field, entity: 'CONTACT', label: { en: 'Seat', es: 'Sitio' }, options: [option] },
  ]);
  const change = { payload: { changed: ['jobTitle', 'custom.seat', 'custom.gone'] }, personal: { givenName: 'Eva', changes: { jobTitle: { before: null, after: 'Boss' } }, 'custom.seat': { before: null, after: 'DOOR' } } };
  const [title, seat, gone] = changesOf(event('contactUpdated', change));
  expect([title?.after, fieldWord(seat!.field), fieldWord(gone!.field), gone?.known]).toEqual(['Boss', 'Seat', 'custom.gone', false]);
  expect(ownValue(seat!.field, seat?.after, { language: 'es', currency: 'EUR', nameOf })).toBe('Junto a la puerta');
  expect(fieldWord(changesOf(event('customerUpdated', { payload: { changed: ['custom.seat'] } }))[0]!.field)).toBe('Seat of the house');
  learnFields([]);
});

it('names the company\'s own fields as those of what they are of', () => {
  const changed = { payload: { changed: ['custom.vintage', 'title'] }, personal: { 'custom.vintage': { before: null, after: '2020' } } };
  expect(['customerUpdated', 'leadUpdated', 'opportunityUpdated'].map((type) => changesOf(event(type, changed))[0])).toEqual(
    ['custom.vintage', 'lead.custom.vintage', 'opportunity.custom.vintage'].map((field) => ({ field, known: true, before: null, after: '2020' })));
});

it('tells amounts of a change in the currency that each had', () => {
  const of = amountOfChange(event('opportunityUpdated', { payload: { currency: 'JPY', values: { amount: { before: 125_050, after: 900 }, currency: { before: 'EUR', after: 'JPY' } } } }), 'en');
  expect([of('amount', 'before', 125_050), of('amount', 'after', 900), of('amount', 'after', null), of('title', 'after', 'x')]).toEqual(['€1,250.50', 'JP¥900', undefined, undefined]);
  const { payload } = event('opportunityUpdated', { payload: { currency: 'USD' } });
  expect(amountOfChange({ type: 'opportunityUpdated', payload, personal: null }, 'en')('amount', 'after', 100)).toBe('US$1.00');
});

it('stands, whatever it is, under a name by which one looks for it in the audit trail', () => {
  expect(Object.keys(sentences).filter((type) => groupOfEvent(type) === null)).toEqual([]);
});
