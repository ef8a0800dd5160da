/** How long something may take to open, in milliseconds, before what was typed meanwhile is given up. */
const patience = 2000;

type Field = HTMLInputElement | HTMLTextAreaElement;
const isField = (target: EventTarget | null): target is Field =>
  target instanceof Element && target.matches('textarea:not([readonly]),input:not([readonly],[type=checkbox],[type=radio],[type=button],[type=submit])');

/**
 * What is typed after the key that opens a dialog and before its first field has the focus. It is meant for that field: on the
 * page behind, each letter might be a key of its own.
 */
export class TypedAhead {
  #kept: { text: string; readonly until: number } | undefined;

  /** From now on what is typed is kept. */
  begin(now: number): void {
    this.#kept = { text: '', until: now + patience };
  }

  /** Keeps a key for the field to come; whether it did. Any other key than a letter ends the waiting. */
  takes(event: KeyboardEvent): boolean {
    if (!this.#kept || event.timeStamp > this.#kept.until || isField(event.target)) {
      this.#kept = undefined;
      return false;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key === 'Backspace') this.#kept.text = this.#kept.text.slice(0, -1);
    else if (plain && event.key.length === 1) this.#kept.text += event.key;
    else {
      this.#kept = undefined;
      return false;
    }
    return true;
  }

  /** Hands what was kept to the field that has the focus now. */
  hand(target: EventTarget | null, now: number): void {
    if (!this.#kept || !isField(target)) return;
    const { text, until } = this.#kept;
    this.#kept = undefined;
    if (text === '' || now > until) return;
    // As if it had been typed: React hears of a value only when the element's own setter has set it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value')?.set?.call(target, target.value + text);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
