export { createApp } from './create-app.ts';
export { type Log, openLog, silentLog } from './log.ts';
export { isLoopback, type Metrics, openMetrics } from './metrics.ts';
export { requestIdOf } from './request-id.ts';
export { findWebApp } from './web-app.ts';
