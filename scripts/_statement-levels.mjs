// A statement as its levels: each SELECT, INSERT, UPDATE, and DELETE in it, with the tables it names and what it demands.

const kinds = ["SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"];

/**
 * The levels of a parsed statement, the outer ones first. Each has `kind`, `node`, `ranges` (alias to table, null for what
 * is no table), `conditions` (all of which hold), the level it stands in as `outer`, and whether a recursion holds it.
 */
export function levelsOf(tree) {
  const levels = [];
  visit(tree, { outer: undefined, ctes: new Set(), isRecursive: false }, levels);
  return levels;
}

function visit(node, scope, levels) {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, scope, levels);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const [kind, child] of Object.entries(node)) {
    if (kinds.includes(kind)) visitLevel({ kind, node: child }, scope, levels);
    else visit(child, scope, levels);
  }
}

function visitLevel({ kind, node }, scope, levels) {
  const clause = node.withClause;
  const named = (clause?.ctes ?? []).map(({ CommonTableExpr: cte }) => cte);
  const ctes = new Set([...scope.ctes, ...named.map(({ ctename }) => ctename)]);
  const level = toLevel(kind, node, { ...scope, ctes });
  levels.push(level);
  const { withClause: _, larg, rarg, ...rest } = node;
  for (const cte of named) {
    const isRecursive = scope.isRecursive || (clause.recursive === true && isNamedIn(cte));
    visit(cte.ctequery, { outer: undefined, ctes, isRecursive }, levels);
  }
  // Both sides of a UNION come without the name of their kind.
  for (const side of [larg, rarg]) {
    if (side) visitLevel({ kind: "SelectStmt", node: side }, { ...scope, ctes }, levels);
  }
  visit(rest, { ...scope, outer: level, ctes }, levels);
}

function toLevel(kind, node, { outer, ctes, isRecursive }) {
  const level = {
    kind,
    node,
    outer,
    isRecursive,
    ranges: new Map(),
    conditions: [],
    target: undefined,
  };
  if (kind === "UpdateStmt" || kind === "DeleteStmt")
    addRange({ RangeVar: node.relation }, level, new Set());
  if (kind !== "SelectStmt") level.target = node.relation?.relname;
  for (const item of node.fromClause ?? node.usingClause ?? []) addRange(item, level, ctes);
  addConditions(node.whereClause, level);
  return level;
}

function addRange(item, level, ctes) {
  const { RangeVar, JoinExpr, RangeSubselect, RangeFunction } = item;
  if (RangeVar) {
    const { relname, alias } = RangeVar;
    level.ranges.set(alias?.aliasname ?? relname, ctes.has(relname) ? null : relname);
  }
  if (JoinExpr) {
    addRange(JoinExpr.larg, level, ctes);
    addRange(JoinExpr.rarg, level, ctes);
    addConditions(JoinExpr.quals, level);
  }
  const alias = (RangeSubselect ?? RangeFunction)?.alias;
  if (alias) level.ranges.set(alias.aliasname, null);
}

function addConditions(node, level) {
  const bool = node?.BoolExpr;
  if (bool?.boolop === "AND_EXPR") for (const each of bool.args) addConditions(each, level);
  else if (node) level.conditions.push(node);
}

function isNamedIn({ ctename, ctequery }) {
  return namesOf(ctequery).includes(ctename);
}

/** The tables that a tree names, common table expressions among them. */
export function namesOf(tree) {
  return nodesOf(tree, "RangeVar").map(({ relname }) => relname);
}

/** Every node of a kind below a tree. */
export function nodesOf(tree, kind) {
  const found = [];
  const look = (node) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === kind) found.push(child);
      look(child);
    }
  };
  look(tree);
  return found;
}

/** A column as [alias or undefined, name]; undefined for what is no plain column. */
export function columnOf(node) {
  const names = node?.ColumnRef?.fields?.map((field) => field.String?.sval);
  if (!names?.every(Boolean)) return undefined;
  return names.length === 1 ? [undefined, names[0]] : names.slice(-2);
}
