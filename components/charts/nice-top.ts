/** The least round number (1, 2, 4, 6, 8 or 10 with zeros) that holds the greatest bar; even, so that its half is whole. */
export function niceTop(greatest: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(greatest, 1)));
  const factor = [1, 2, 4, 6, 8, 10].find((each) => each * ten >= greatest) ?? 10;
  return Math.max(2, factor * ten);
}
