export { type BiColumn, biColumns, type BiOperation } from './bi-operation.ts';
export { BiOperationResolver } from './bi.resolver.ts';
export { biOperations, everyOperation } from './operations.ts';
