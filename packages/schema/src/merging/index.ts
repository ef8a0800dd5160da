export { CustomerMergesResolver, MergePreviewResolver, MergeResolver } from './merge.resolver.ts';
