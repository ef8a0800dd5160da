import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRefused } from '#refusal';
import { mappingOf, parseMapping, type Room, targetsOf } from '../mapping/index.ts';
import { guessColumns } from './guess-columns.ts';
import { guessRoom } from './guess-room.ts';

const folder = process.env['ORBITA_TEST_DATA'] ?? join(import.meta.dirname, '../../../../../../shared/data');
const file = join(folder, 'crm-exports/headers.json');
const shapes = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { shapes: { crm: string; file: string; header: string[] }[] }).shapes : [];

/** Where each column must go, by the beginning of the system's name and its file's. */
const expected: readonly (readonly [string, Room, Readonly<Record<string, string>>])[] = [
  ['Pipedrive official', 'customers', {
    'Organization - Name*': 'name', 'Person - First name': 'givenName', 'Person - Last name': 'familyName', 'Person - Phone': 'phone',
    'Person - Email (Work)': 'email', 'Person - Email (Home)': 'email2', 'Organization - Address': 'addressLine1',
  }],
  ['Pipedrive deal', 'opportunities', {
    'Deal - Title': 'opportunity.title', 'Deal - Value': 'opportunity.amount', Organization: 'name', 'Contact person': 'contactName', 'Deal - Owner': 'opportunity.owner',
    'Deal - Stage (pipeline)': 'opportunity.stage', 'Deal - Expected close date': 'opportunity.expectedCloseOn', 'Deal - Currency of value': 'opportunity.currency',
    'Deal - Creation date': 'opportunity.openedAt', 'Deal - Closed on': 'opportunity.closedAt', 'Deal - Lost reason': 'opportunity.closeNote',
    'Deal - Lost time': 'opportunity.closedAt', 'Deal - Status': 'opportunity.status', 'Deal - Won time': 'opportunity.closedAt', 'Deal - Pipedrive System ID': 'opportunity.externalId',
  }],
  ['Salesforce', 'customers', {
    ID: 'externalId', NAME: 'name', BILLINGSTREET: 'addressLine1', BILLINGCITY: 'city', BILLINGSTATE: 'region', BILLINGPOSTALCODE: 'postalCode', BILLINGCOUNTRY: 'country',
    PHONE: 'phone', WEBSITE: 'website', CREATEDDATE: 'customerSince', ACCOUNTNUMBER: 'externalId',
  }],
  ['HubSpot', 'leads', {
    'Record ID': 'lead.externalId', 'First Name': 'givenName', 'Last Name': 'familyName', Email: 'email', 'Phone Number': 'phone', 'Contact owner': 'lead.owner',
    'Lead Status': 'lead.status', 'Create Date': 'lead.capturedAt', 'Associated Company': 'name', 'Job Title': 'contactTitle', 'Company Name': 'name', City: 'city',
    'State/Region': 'region', 'Postal Code': 'postalCode', 'Country/Region': 'country', 'Original Source': 'lead.source',
  }],
  ['Zoho', 'leads', {
    'Record Id': 'lead.externalId', 'Lead Owner': 'lead.owner', Company: 'name', 'First Name': 'givenName', 'Last Name': 'familyName', Email: 'email', Phone: 'phone',
    'Lead Source': 'lead.source', 'Lead Status': 'lead.status', Street: 'addressLine1', City: 'city', State: 'region', 'Zip Code': 'postalCode', Description: 'lead.message',
  }],
  ['Google', 'customers', {
    'Given Name': 'givenName', 'Family Name': 'familyName', Birthday: 'birthDate', Occupation: 'contactTitle', Language: 'language', 'E-mail 1 - Value': 'email',
    'E-mail 2 - Value': 'email2', 'Phone 1 - Value': 'phone', 'Phone 2 - Value': 'phone2', 'Address 1 - Street': 'addressLine1', 'Address 1 - City': 'city',
    'Address 1 - Region': 'region', 'Address 1 - Postal Code': 'postalCode', 'Address 1 - Country': 'country', 'Address 1 - Extended Address': 'addressLine2',
    'Organization 1 - Name': 'name', 'Organization 1 - Title': 'contactTitle', 'Website 1 - Value': 'website',
  }],
  ['Spanish', 'customers', {
    codigo: 'externalId', nombre: 'name', nif: 'taxId', direccion: 'addressLine1', 'codigo postal': 'postalCode', provincia: 'region', pais: 'country',
  }],
  ['Northwind', 'customers', {
    CustomerID: 'externalId', CompanyName: 'name', ContactName: 'contactName', ContactTitle: 'contactTitle', Address: 'addressLine1', City: 'city', Region: 'region',
    PostalCode: 'postalCode', Country: 'country', Phone: 'phone',
  }],
];

describe.skipIf(shapes.length === 0)('what other systems export is mapped without help', () => {
  test.each(expected)('%s', (name, room, columns) => {
    const shape = shapes.find((one) => `${one.crm} ${one.file}`.startsWith(name) || one.crm.startsWith(name))!;
    const sample = { header: shape.header, columns: shape.header.map(() => []) };
    expect(guessRoom(sample, (one) => targetsOf(one, []))).toBe(room);
    const guesses = guessColumns(room, sample, targetsOf(room, []));
    const whole = Object.fromEntries(Object.entries(columns).map(([column, target]) => [column, target.includes('.') ? target : `customer.${target}`]));
    expect(Object.fromEntries(guesses.map(({ column, target }) => [column, target]))).toEqual(whole);
    const format = { encoding: 'utf-8', separator: ',', decimal: '.', dates: 'YMD', zone: null, empty: [] } as const;
    const mapping = parseMapping(mappingOf({ room, system: 'other', format, columns: guesses, constants: {}, onExisting: 'fill', onLikely: 'ask' }));
    expect(isRefused(mapping) && mapping).toBe(false);
  });
});
