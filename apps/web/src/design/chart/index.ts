export { type Bar, BarList } from './bar-list.tsx';
export { Heatmap, type HeatmapRow } from './heatmap.tsx';
export { Sparkline } from './sparkline.tsx';
export { Stat } from './stat.tsx';
