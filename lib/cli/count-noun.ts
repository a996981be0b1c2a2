/** A count with its noun, for lines of commands: "1 person", "3 people". */
export function countNoun(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}
