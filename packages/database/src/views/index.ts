export { createView, type CreateViewInput } from './create-view.ts';
export { SavedView } from './saved-view.entity.ts';
export { deleteView, updateView, type UpdateViewInput } from './update-view.ts';
export { listViews, type SavedViewRow, viewById } from './view.queries.ts';
