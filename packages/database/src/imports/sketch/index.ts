export { type ImportSketch, sketchImport, type SketchOf } from './sketch-import.ts';
export type { SaidFormat } from './head-of.ts';
