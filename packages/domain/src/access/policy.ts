export const roles = [
  'administrator', 'manager', 'sales', 'marketing', 'service', 'finance', 'warehouse', 'analyst', 'partner',
] as const;

export type Role = (typeof roles)[number];

/** What a policy speaks of. What belongs to a customer is seen through him: first the customer's scope, then the noun's. */
export type Noun =
  | 'customer' | 'contact' | 'order' | 'activity' | 'timeline' | 'lead' | 'opportunity'
  | 'pipeline' | 'routing' | 'lifecycle' | 'customField' | 'bulkChange'
  | 'product' | 'segment' | 'view' | 'import' | 'export' | 'audit' | 'privacy' | 'user' | 'company' | 'accessKey';

export type Action = 'read' | 'create' | 'update' | 'delete';

/** Whose things: everybody's, those of one's team (and one's own), one's own, those of one's partner, nobody's. */
export type Scope = 'all' | 'team' | 'own' | 'partner' | 'none';

type Rights = Partial<Record<Action, Scope>>;
const everything: Rights = { read: 'all', create: 'all', update: 'all', delete: 'all' };
const edits = (scope: Scope): Rights => ({ read: scope, create: scope, update: scope });
const reads = (scope: Scope): Rights => ({ read: scope });
/** One's own: what one started, or made. */
const bulk: Rights = edits('own');
const nouns: readonly Noun[] = [
  'customer', 'contact', 'order', 'activity', 'timeline', 'lead', 'opportunity', 'pipeline', 'routing', 'lifecycle', 'customField', 'bulkChange',
  'product', 'segment', 'view', 'import', 'export', 'audit', 'privacy', 'user', 'company', 'accessKey',
];
const fill = (rights: Rights): Record<Noun, Rights> =>
  Object.fromEntries(nouns.map((noun) => [noun, rights])) as Record<Noun, Rights>;

const staff: Record<Noun, Rights> = {
  ...fill({}),
  product: reads('all'),
  pipeline: reads('all'),
  lifecycle: reads('all'),
  customField: reads('all'),
  segment: { ...edits('all'), delete: 'own' },
  view: { ...edits('own'), delete: 'own' },
  user: reads('all'),
  company: reads('all'),
  accessKey: edits('own'),
};

const policy: Record<Role, Record<Noun, Rights>> = {
  administrator: fill(everything),
  manager: { ...fill(everything), user: reads('all'), company: reads('all'), customField: reads('all'), accessKey: edits('own') },
  sales: {
    ...staff,
    customer: { ...edits('team'), delete: 'own' }, contact: { ...edits('team'), delete: 'team' },
    order: edits('team'), activity: { ...edits('team'), delete: 'own' }, timeline: reads('team'), export: edits('team'),
    lead: edits('team'), opportunity: edits('team'), bulkChange: bulk,
  },
  marketing: {
    ...staff,
    customer: edits('all'), contact: edits('all'), order: reads('all'), activity: edits('all'), timeline: reads('all'),
    lead: edits('all'), opportunity: reads('all'),
    segment: everything, import: edits('all'), export: edits('all'), bulkChange: bulk,
  },
  service: {
    ...staff,
    customer: edits('all'), contact: edits('all'), order: reads('all'), activity: edits('all'), timeline: reads('all'),
    lead: edits('all'), opportunity: edits('all'), bulkChange: bulk,
  },
  finance: {
    ...staff,
    customer: reads('all'), contact: reads('all'), order: edits('all'), activity: edits('all'), timeline: reads('all'),
    lead: reads('all'), opportunity: reads('all'), import: edits('all'), export: edits('all'),
  },
  warehouse: { ...staff, customer: reads('all'), order: edits('all'), product: edits('all'), segment: {}, pipeline: {} },
  analyst: {
    ...staff,
    customer: reads('all'), order: reads('all'), activity: reads('all'), timeline: reads('all'),
    lead: reads('all'), opportunity: reads('all'), segment: { ...edits('all'), delete: 'own' }, export: edits('all'),
  },
  partner: {
    ...fill({}),
    customer: edits('partner'), contact: edits('partner'), order: reads('partner'),
    activity: edits('partner'), timeline: reads('partner'), product: reads('all'), view: { ...edits('own'), delete: 'own' },
    lead: edits('partner'), opportunity: reads('partner'), pipeline: reads('all'), lifecycle: reads('all'), customField: reads('all'), accessKey: edits('own'),
  },
};

/** How far a role's right reaches; `none` when it has none. */
export function scopeOf(role: Role, noun: Noun, action: Action): Scope {
  return policy[role][noun][action] ?? 'none';
}
