import { type StageColor, stageColors } from '#design';

/** A stage's colour follows its place in display order, from 1. */
export const stageColor = (place: number): StageColor => stageColors[(place - 1) % stageColors.length] ?? 'slate';
