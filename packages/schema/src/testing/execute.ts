import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import { newId } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { countStatements, openTestDatabase } from '@orbita/database/testing';
import type { Role, Viewer } from '@orbita/domain/access';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { guardRoots, type RequestContext } from '#request';

type CompanyContext = RequestContext['company'];

export type Answer = ExecutionResult<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape

interface Place {
  readonly teamId?: string;
  readonly partnerId?: string;
  readonly name?: string;
}

export interface House {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly company: CompanyContext;
  /** Every statement since it was last emptied (`statements.length = 0`), begin and commit left out. */
  readonly statements: string[];
  /** A person of a role who exists; the people of a partner need one. */
  person(role: Role, place?: Place): Promise<Viewer>;
  group(kind: 'team' | 'partner', name: string): Promise<string>;
  /** What a request in somebody's name carries. */
  contextOf(viewer: Viewer | undefined, context?: Partial<RequestContext>): RequestContext;
  /** One request in somebody's name. */
  ask(viewer: Viewer | undefined, document: string, variables?: Record<string, unknown>, context?: Partial<RequestContext>): Promise<Answer>;
  /** Rows that a test lays down or looks up, uncounted; `?` are the parameters. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

let built: Promise<GraphQLSchema> | undefined;

/** Made once a process: it holds nothing of a house. */
const wholeSchema = (): Promise<GraphQLSchema> => (built ??= import('#schema').then(({ buildOrbitaSchema }) => buildOrbitaSchema()));

/** The instant at which tests happen. */
export const testNow = new Date('2026-06-15T10:00:00.000Z');

/** A database with a company in it, behind the schema: the whole one, or that of the resolvers handed in. */
export async function openTestHouse(resolvers?: NonEmptyArray<Function>): Promise<House> { // oxlint-disable-line typescript/no-unsafe-function-type -- the schema builder's own type
  const statements: string[] = [];
  const database = await openTestDatabase();
  countStatements(database, statements);
  const schema = resolvers ? guardRoots(await buildSchema({ resolvers, pubSub: createPubSub(), validate: false })) : await wholeSchema();
  const sql: Sql = async <Row>(text: string, parameters: unknown[] = []) => {
    const seen = statements.length;
    const rows = await database.em.fork().execute(text, parameters);
    statements.length = seen;
    return rows as unknown as Row[];
  };
  const company = await makeCompany(sql);
  const contextOf: House['contextOf'] = (viewer, context = {}) => ({
    em: database.em.fork(), viewer: viewer as Viewer, company, now: testNow, requestId: newId(), channel: 'WEB', readers: new Map(), ...context,
  });
  return {
    database, schema, company, statements, sql,
    person: (role, place = {}) => makePerson(sql, role, place),
    group: (kind, name) => makeGroup(sql, kind, name),
    contextOf,
    ask: (viewer, document, variables = {}, context = {}) => ask(schema, document, variables, contextOf(viewer, context)),
    close: () => database.close(),
  };
}

// As the front door keeps them: statements are kept by the operation that asks.
const documents = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();
// Of questions that are valid, without their ids: which thing is asked for makes nothing valid or invalid.
const shapes = new WeakMap<GraphQLSchema, Set<string>>();
const anyId = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

async function ask(
  schema: GraphQLSchema, text: string, variables: Record<string, unknown>, context: RequestContext,
): Promise<Answer> {
  const known = documents.get(schema) ?? new Map<string, DocumentNode>();
  documents.set(schema, known);
  const valid = shapes.get(schema) ?? new Set<string>();
  shapes.set(schema, valid);
  const document = known.get(text) ?? parse(text, { noLocation: true });
  const shape = text.replaceAll(anyId, 'id');
  const errors = valid.has(shape) ? [] : validate(schema, document);
  if (errors.length > 0) return { errors };
  valid.add(shape);
  known.set(text, document);
  return execute({ schema, document, variableValues: variables, contextValue: context }) as Promise<Answer>;
}

type Sql = House['sql'];

async function makeCompany(sql: Sql): Promise<CompanyContext> {
  const id = newId();
  await sql(`insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
    values (?, 'Bodegas Test', 'ES', 'EUR', 'Europe/Madrid', 'es', '{}', ?)`, [id, testNow]);
  await sql(`insert into business_line (id, name, is_default) values (?, 'Principal', true)`, [newId()]);
  return { id, currency: 'EUR', zone: 'Europe/Madrid', country: 'ES', language: 'es' };
}

async function makeGroup(sql: Sql, kind: 'team' | 'partner', name: string): Promise<string> {
  const id = newId();
  await sql(`insert into ${kind} (id, name) values (?, ?)`, [id, name]);
  return id;
}

async function makePerson(sql: Sql, role: Role, place: Place): Promise<Viewer> {
  const { teamId = null, partnerId = null, name = role } = place;
  const userId = newId();
  await sql(`insert into app_user (id, name, email, role, team_id, partner_id) values (?, ?, ?, ?, ?, ?)`,
    [userId, name, `${userId}@test.example`, role, teamId, partnerId]);
  return { userId, role, teamId, partnerId, language: 'en' };
}
