export { Activity, Notification } from './activity.entity.ts';
