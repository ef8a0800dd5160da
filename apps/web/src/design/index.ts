export * from './chart/index.ts';
export * from './field/index.ts';
export * from './format/index.ts';
export * from './mark/index.ts';
export * from './overlay/index.ts';
export * from './page/index.ts';
export * from './table/index.ts';
export { DesignProvider } from './theme/design-provider.tsx';
export * from './toast/index.ts';
