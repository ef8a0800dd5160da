import type { ImportSketchDetailsFragment } from '#operations';

/** A field that a file can fill. */
export type ImportTarget = ImportSketchDetailsFragment['targets'][number];
