import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';
import { consentStates, customerKinds } from '../fact-values.ts';

const notKnown = inBoth('not known', 'no se conoce');
const unassigned = inBoth('unassigned', 'sin asignar');
const neverAsked = inBoth('never asked', 'nunca se ha preguntado');

/** Who the customer is, whose he is and how he may be reached. */
export const customerFacts: readonly FactDefinition[] = [
  declareFact('name', 'text', ['E', '1'], inBoth('Name', 'Nombre'), null),
  declareFact('kind', 'enum', ['E', '1'], inBoth('Kind of customer', 'Tipo de cliente'), null, { valueLabels: customerKinds }),
  declareFact('country', 'enum', ['E', '1'], inBoth('Country', 'País'), notKnown),
  declareFact('city', 'text', ['E', '1'], inBoth('City', 'Ciudad'), notKnown, { mark: 'personal' }),
  declareFact('language', 'enum', ['E', '1'], inBoth('Language', 'Idioma'), notKnown),
  declareFact('customerSince', 'instant', ['C', '1'], inBoth('Customer since', 'Alta'), null),
  declareFact('ownerId', 'id', ['E', '1'], inBoth('Owner', 'Responsable'), unassigned, { references: 'user' }),
  declareFact('teamId', 'id', ['E', '1'], inBoth('Team', 'Equipo'), unassigned, { references: 'team' }),
  declareFact('partnerId', 'id', ['E', '1'], inBoth('Partner', 'Partner'), unassigned, { references: 'partner' }),
  declareFact('tags', 'set', ['E', '1'], inBoth('Tags', 'Etiquetas'), null),
  declareFact('hasEmail', 'boolean', ['E', '1'], inBoth('Has e-mail', 'Tiene correo'), null),
  declareFact('hasPhone', 'boolean', ['E', '1'], inBoth('Has telephone', 'Tiene teléfono'), null),
  declareFact('consentEmail', 'enum', ['E', '1'], inBoth('Consent: e-mail', 'Consentimiento: correo'), neverAsked, { valueLabels: consentStates }),
  declareFact('consentPhone', 'enum', ['E', '1'], inBoth('Consent: telephone', 'Consentimiento: teléfono'), neverAsked, { valueLabels: consentStates }),
  declareFact('consentMessaging', 'enum', ['E', '1'], inBoth('Consent: messaging', 'Consentimiento: mensajería'), neverAsked, { valueLabels: consentStates }),
  declareFact('doNotContact', 'boolean', ['E', '1'], inBoth('Do not contact', 'No contactar'), null),
  declareFact('preferredChannel', 'enum', ['E', '1'], inBoth('Preferred channel', 'Canal preferido'), inBoth('not stated', 'no lo ha dicho')),
  declareFact('possibleDuplicates', 'integer', ['E', '1'], inBoth('Possible duplicates', 'Posibles duplicados'), null, { unit: 'count' }),
  declareFact('dataQuality', 'integer', ['E', '1'], inBoth('Data quality', 'Calidad de los datos'), inBoth('not checked yet', 'sin comprobar todavía'), { unit: 'score' }),
  declareFact('source', 'enum', ['E', '1'], inBoth('Source', 'Origen'), notKnown),
  declareFact('campaignId', 'id', ['E', '2'], inBoth('Campaign', 'Campaña'), notKnown, { references: 'campaign' }),
];
