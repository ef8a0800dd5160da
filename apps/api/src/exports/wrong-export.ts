/** Said to whoever asked: what is wrong with his request. */
export class WrongExport extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
