import ts from "typescript";

const drizzleWrites = new Set(["insert", "update", "delete"]);
/** A table that can't be told. */
export const unknown = "?";
/** What a template fills in, but for tables. */
const hole = "$";
/** Not the `update` of `for update`. Without a name, a statement is made of several texts. */
const sqlWrite =
  /\b(insert\s+into|merge\s+into|delete\s+from|truncate(?:\s+table)?|(?<!\b(?:for|key)\s+)update)\s+(?:only\s+)?(?:"?public"?\.)?(?:"(\w+)"|(\w+)|(\$|$))/gi;

/**
 * The tables that a source writes, with the columns that an update sets; columns are undefined for other writes and for
 * updates that can't be read. `tables`: name in code to name in SQL.
 */
export function tableWrites(path, source, tables) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const names = namesIn(file, tables);
  const known = new Set(tables.values());
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node)) found.push(...drizzleWrite(node, names));
    if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) {
      found.push(...sqlWrites(textOf(node, names), known));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What each name of a file means: a table under its own name, under an import's alias, or under a constant's. */
function namesIn(file, tables) {
  const names = new Map();
  const visit = (node) => {
    if (ts.isImportSpecifier(node)) {
      const table = tables.get((node.propertyName ?? node.name).text);
      if (table) names.set(node.name.text, table);
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const table = tableOf(aliased(node.initializer), names);
      if (table) names.set(node.name.text, table);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { get: (name) => names.get(name), member: (name) => tables.get(name) };
}

/** `alias(messages, "m")` is the table that it names. */
function aliased(expression) {
  const isAlias = ts.isCallExpression(expression) && expression.expression.getText() === "alias";
  return (isAlias && expression.arguments[0]) || expression;
}

function tableOf(expression, names) {
  if (ts.isIdentifier(expression)) return names.get(expression.text);
  if (ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression)) {
    // A column, as in `messages.status`, is no table.
    if (names.get(expression.expression.text)) return undefined;
    return names.member?.(expression.name.text);
  }
  return undefined;
}

function drizzleWrite(call, names) {
  const {
    expression,
    arguments: [target],
  } = call;
  if (!target || !ts.isPropertyAccessExpression(expression)) return [];
  const kind = expression.name.text;
  if (!drizzleWrites.has(kind)) return [];
  const table = tableOf(target, names);
  if (!table && !/^(db\(\)|tx\b)/.test(expression.expression.getText())) return [];
  return [{ table: table ?? unknown, columns: kind === "update" ? columnsSet(call) : undefined }];
}

/** The columns of the `.set({ … })` that follows an update. */
function columnsSet(call) {
  const access = call.parent;
  const set = access.parent;
  const [values] = set && ts.isCallExpression(set) ? set.arguments : [];
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== "set") return undefined;
  if (!values || !ts.isObjectLiteralExpression(values)) return undefined;
  const names = values.properties.map(({ name }) => name?.text);
  return names.every(Boolean) ? names.map(snakeCase) : undefined;
}

function snakeCase(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A template with each table by its SQL name; anything else that is filled in stays a hole. */
function textOf(node, names) {
  if (!ts.isTemplateExpression(node)) return node.text;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const table = tableOf(expression, names);
    return `${table ? `"${table}"` : hole}${literal.text}`;
  });
  return node.head.text + spans.join("");
}

function sqlWrites(text, known) {
  return [...text.matchAll(sqlWrite)].flatMap((match) => {
    const [all, verb, quoted, bare] = match;
    const table = quoted ?? bare ?? unknown;
    if (table !== unknown && !known.has(table)) return [];
    const rest = text.slice(match.index + all.length);
    return [{ table, columns: /^update$/i.test(verb) ? columnsAssigned(rest) : undefined }];
  });
}

/** The columns that a statement's `set` assigns. */
function columnsAssigned(rest) {
  const [statement = ""] = withoutBrackets(rest).split(")");
  const clause = /^\s+(?:as\s+)?(?:\w+\s+)?set\s(.*?)(?:\s(?:where|from|returning)\s|$)/is;
  const parts = clause.exec(statement)?.[1]?.split(",");
  const names = parts?.map((part) => /^\s*"?(\w+)"?\s*=/.exec(part)?.[1]);
  return names?.every(Boolean) ? names : undefined;
}

function withoutBrackets(text) {
  const shorter = text.replace(/\([^()]*\)/g, "");
  return shorter === text ? text : withoutBrackets(shorter);
}
