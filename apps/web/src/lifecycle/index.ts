export { LifecycleEditPage } from './edit/edit-page.tsx';
export { LifecyclePage } from './overview/lifecycle-page.tsx';
export { loadModels } from './models/load-models.ts';
export { useChosenModel } from './models/use-chosen-model.ts';
export { stageColor } from './stage-color.ts';
export { StandingPanel } from './standing/lazy-standing-panel.tsx';
