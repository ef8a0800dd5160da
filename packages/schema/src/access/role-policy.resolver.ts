import { type Action, type FieldMark, mayReadMarked, type Noun, type Role, roles, type Scope, scopeOf } from '@orbita/domain/access';
import { Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { RoleEnum } from './role.type.ts';

interface Bilingual {
  readonly en: string;
  readonly es: string;
}

const label = (en: string, es: string): Bilingual => ({ en, es });

export const nounLabels: Record<Noun, Bilingual> = {
  customer: label('Customers', 'Clientes'), contact: label('Contacts', 'Contactos'), order: label('Orders', 'Pedidos'),
  activity: label('Activities', 'Actividades'), timeline: label('Timeline', 'Cronología'),
  lead: label('Leads', 'Leads'), opportunity: label('Opportunities', 'Oportunidades'), pipeline: label('Pipelines', 'Embudos'),
  routing: label('Routing and capture', 'Reparto y captación'), lifecycle: label('Lifecycle models', 'Modelos'),
  customField: label('Custom fields', 'Campos propios'), bulkChange: label('Bulk changes', 'Cambios en bloque'),
  product: label('Products', 'Productos'), segment: label('Segments', 'Segmentos'), view: label('Saved views', 'Vistas guardadas'),
  import: label('Imports', 'Importaciones'), export: label('Exports', 'Exportaciones'), audit: label('Audit', 'Auditoría'),
  privacy: label('Data protection', 'Protección de datos'),
  user: label('Users and roles', 'Usuarios y roles'), company: label('Company', 'Empresa'), accessKey: label('Access keys', 'Claves de acceso'),
};

const markLabels: Record<FieldMark, Bilingual> = {
  personal: label('Personal data', 'Datos personales'), margin: label('Costs and margin', 'Costes y margen'),
  revenue: label('Amounts sold', 'Importes vendidos'),
};

const ScopeEnum: Record<Scope, Scope> = { all: 'all', team: 'team', own: 'own', partner: 'partner', none: 'none' };
registerEnumType(ScopeEnum, { name: 'Scope', description: 'Whose things: everybody’s, those of one’s team, one’s own, of one’s partner, nobody’s.' });

@ObjectType()
export class NounPolicy {
  @Field(() => String) noun!: Noun;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => ScopeEnum) read!: Scope;
  @Field(() => ScopeEnum) create!: Scope;
  @Field(() => ScopeEnum) update!: Scope;
  @Field(() => ScopeEnum) delete!: Scope;
}

@ObjectType({ description: 'Whether a role may read the fields of a mark.' })
export class MarkPolicy {
  @Field(() => String) mark!: FieldMark;
  @Field(() => String) label!: string;
  @Field(() => Boolean) readable!: boolean;
}

@ObjectType({ description: 'What a role may do to which things, and which fields it may read.' })
export class RolePolicy {
  @Field(() => RoleEnum) role!: Role;
  @Field(() => [NounPolicy], { complexity: ({ childComplexity }) => 18 * childComplexity }) nouns!: NounPolicy[];
  @Field(() => [MarkPolicy], { complexity: ({ childComplexity }) => 3 * childComplexity }) marks!: MarkPolicy[];
}

@Resolver()
export class RolePolicyResolver {
  @Query(() => [RolePolicy], { complexity: ({ childComplexity }) => roles.length * childComplexity })
  @Allow('user', 'read')
  rolePolicies(@Ctx() { viewer: { language } }: RequestContext): RolePolicy[] {
    return roles.map((role) => ({
      role,
      nouns: entries(nounLabels).map(([noun, names]) => {
        const scope = (action: Action) => scopeOf(role, noun, action);
        return { noun, label: names[language], read: scope('read'), create: scope('create'), update: scope('update'), delete: scope('delete') };
      }),
      marks: entries(markLabels).map(([mark, names]) => ({ mark, label: names[language], readable: mayReadMarked(role, mark) })),
    }));
  }
}

const entries = <Key extends string, Value>(record: Record<Key, Value>) => Object.entries(record) as [Key, Value][];
