export { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
export { type Connection, connectionOf, connectionType, keysetPage, PageArgs, PageInfo, pageSize } from './connection.ts';
export { type ListOrder, orderType } from './order-type.ts';
