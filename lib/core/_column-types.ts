import pg from "pg";

type Parser = (value: string) => unknown;

/** Dates, times, intervals and lists of them: Drizzle's columns read them, from PostgreSQL's own text. */
const asText = new Set([
  1082, 1083, 1114, 1184, 1186, 1266, 1115, 1182, 1183, 1185, 1187, 1231, 1270, 600, 718,
]);
const sameText: Parser = (value) => value;

/** How each type of column becomes a value: bigint and numeric stay text, which is exact. */
export const columnTypes = {
  getTypeParser(type: number, format?: "text" | "binary"): Parser {
    return asText.has(type) ? sameText : pg.types.getTypeParser(type, format as "text");
  },
};
