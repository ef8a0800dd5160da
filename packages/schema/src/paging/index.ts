export { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
export { type Connection, connectionOf, connectionType, PageArgs, PageInfo, pageSize } from './connection.ts';
