import type { Bilingual } from '#facts';
import type { Comparison, Rule } from '#rules';
import type { StageMeasure, StageMeasureUnit } from './measures.ts';

/** A number that a stage is held to; the stage does well while what is measured compares so. */
export interface StageBound {
  readonly measure: StageMeasure;
  readonly compare: Comparison;
  readonly value: number;
  readonly unit: StageMeasureUnit;
}

/** What a stage is held to, in words, with its number where it is one. */
export interface KpiBound {
  readonly text: Bilingual;
  readonly bound: StageBound | null;
}

/** What announces the next stage, in words, with its rule where facts can tell. */
export interface StageSignal {
  readonly text: Bilingual;
  readonly rule: Rule | null;
}

/** Where the relationship can stand in a model, and how customers are treated who stand there. */
export interface LifecycleStage {
  readonly key: string;
  readonly name: Bilingual;
  /** Who enters; of several rules that hold the first in evaluation order decides. */
  readonly rule: Rule;
  readonly strategy: Bilingual;
  readonly signals: readonly StageSignal[];
  readonly kpiBounds: readonly KpiBound[];
  /** Act when the NPS of the stage is below it; null where it is not watched. */
  readonly npsBound: number | null;
  /** First response, in working hours. */
  readonly slaHours: number;
  /** Minutes that count as normal per call. */
  readonly talkMinutes: number;
}

/** One way of reading the relationship, plain JSON: its stages in display order, and the keys in evaluation order. */
export interface LifecycleModel {
  readonly key: string;
  readonly name: Bilingual;
  readonly stages: readonly LifecycleStage[];
  /** Every stage's key once; the rule of the last is `always`, so that every customer has exactly one stage. */
  readonly evaluationOrder: readonly string[];
}
