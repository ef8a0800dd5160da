export { FolderInUse, type FolderLock, lockDataFolder } from './lock-data-folder.ts';
export { announceServer, findServer, newToken, type RunningServer } from './running-server.ts';
