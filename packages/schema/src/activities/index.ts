export { ActivityConnection, ActivityType } from './activity.type.ts';
export { ActivityConnectionResolver, ActivityResolver, CustomerActivitiesResolver } from './activity.resolver.ts';
export { WriteActivityResolver } from './write-activity.resolver.ts';
export { InboxConnectionResolver, InboxResolver } from './inbox.resolver.ts';
export { InboxChange, NotificationType } from './inbox.type.ts';
