const max = 10_000;

/**
 * Numbers the long messages to each recipient, so that a phone does not take parts of two for one, though a concatenation
 * header may have no more than 256 of them. Remembers the latest 10,000 recipients.
 */
export class PartReferences {
  private readonly last = new Map<string, number>();

  next(to: string): number {
    const before = this.last.get(to) ?? Math.floor(Math.random() * 0x1_00_00);
    const reference = (before + 1) & 0xff_ff;
    this.last.delete(to);
    this.last.set(to, reference);
    const [oldest] = this.last.keys();
    if (this.last.size > max && oldest !== undefined) this.last.delete(oldest);
    return reference;
  }
}
