import type { Columns } from '@orbita/domain/merging';

/** Columns of the domain as the record keeps them: instants as dates. */
export function entityColumns({ customerSince, leftAt, tags, custom, ...same }: Partial<Columns>) {
  return {
    ...same,
    ...(customerSince === undefined ? {} : { customerSince: new Date(customerSince) }),
    ...(leftAt === undefined ? {} : { leftAt: leftAt === null ? null : new Date(leftAt) }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(custom === undefined ? {} : { custom: { ...custom.values }, customCompared: { ...custom.compared } }),
  };
}
