/** Whether a cell has a number, an amount, or a date in it and no words: no header has such a name. */
export function looksLikeNumber(cell: string): boolean {
  const text = cell.trim();
  return /\d/.test(text) && /^[\d\s+().,:/%€$-]+(?:zł|PLN|EUR|E\+?\d+)?$/i.test(text);
}

/** Whether a cell may be a phone number: seven digits or more, and nothing but what people write between them. */
export function looksLikePhone(cell: string): boolean {
  const digits = cell.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 20 && /^[\s"'+\d().\-/]+$/.test(cell);
}
