export { Chip, type ChipTone, FilterChip } from './chip.tsx';
export { KeyHint } from './key-hint.tsx';
export { Monogram } from './monogram.tsx';
export { StageChip, type StageColor, stageColors, StageDot } from './stage.tsx';
