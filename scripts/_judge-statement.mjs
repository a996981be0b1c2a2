// What of a statement a cluster sharded by account refuses, or sends to every shard.
import { columnOf, levelsOf, namesOf, nodesOf } from "./_statement-levels.mjs";

/** Functions that PostgreSQL does not call immutable (`pg_proc.provolatile`), as far as a write may call them. */
const mutable = new Set([
  ..."now clock_timestamp statement_timestamp transaction_timestamp timeofday age date_trunc".split(
    " ",
  ),
  ..."to_char to_timestamp to_date random gen_random_uuid uuidv4 uuidv7 nextval".split(" "),
  ..."concat concat_ws format array_to_string to_json to_jsonb row_to_json".split(" "),
  ..."json_build_object json_build_array jsonb_build_object jsonb_build_array".split(" "),
]);

/**
 * The faults of a parsed statement, a word and the table each. `keys`: the column that each distributed table is sharded by;
 * `locals`: the tables that only the coordinator has.
 */
export function judgeStatement(tree, places) {
  const levels = levelsOf(tree);
  const faults = [
    ...levels.flatMap((level) => unnamedAccounts(level, places.keys)),
    ...levels.flatMap((level) => mutableWrites(level, places)),
    ...mixtures(tree, levels, places),
  ];
  return [...new Map(faults.map((each) => [`${each.fault} ${each.table}`, each])).values()];
}

function unnamedAccounts(level, keys) {
  const tied = tiedRanges(level, keys);
  const loose = [...level.ranges].filter(([alias, table]) => keys[table] && !tied.has(alias));
  const fault = faultOf(level);
  const isInsert = level.kind === "InsertStmt" && keys[level.target];
  const isLoose = isInsert && !insertsOneAccount(level, keys);
  const tables = [...loose.map(([, table]) => table), ...(isLoose ? [level.target] : [])];
  // The IDs of carriers are looked up many at once, wherever they are.
  return tables
    .filter((table) => fault !== "account" || !isByRef(table, keys))
    .map((table) => ({ fault, table }));
}

function faultOf({ isRecursive, node }) {
  if (isRecursive) return "recursion";
  return node.lockingClause ? "locks" : "account";
}

/** The aliases of a level whose key is equal to a value, or to the key of another that is. */
function tiedRanges(level, keys) {
  const tied = new Set();
  const pairs = level.conditions.flatMap((condition) => equality(condition));
  for (let isNew = true; isNew; ) {
    const size = tied.size;
    for (const [column, value] of pairs) {
      const alias = aliasOfKey(column, level, keys);
      if (alias !== undefined && isAnchor(value, level, { keys, tied })) tied.add(alias);
    }
    isNew = tied.size > size;
  }
  return tied;
}

/** Both ways to read an equality. */
function equality(condition) {
  const { kind, name, lexpr, rexpr } = condition.A_Expr ?? {};
  if (kind !== "AEXPR_OP" || name?.[0]?.String?.sval !== "=") return [];
  return [
    [lexpr, rexpr],
    [rexpr, lexpr],
  ];
}

/** The range of this level whose key a column is. */
function aliasOfKey(node, { ranges }, keys) {
  const [alias, name] = columnOf(node) ?? [];
  if (name === undefined) return undefined;
  if (alias !== undefined) return keys[ranges.get(alias)] === name ? alias : undefined;
  const having = [...ranges].filter(([, table]) => keys[table] === name);
  return having.length === 1 ? having[0][0] : undefined;
}

function isAnchor(node, level, { keys, tied }) {
  if (!columnOf(node)) return isValue(node);
  const alias = aliasOfKey(node, level, keys);
  if (alias !== undefined) return tied.has(alias);
  return isTiedOutside(node, level.outer, keys);
}

/** Whether a column is the key of a range around this level that is tied itself. */
function isTiedOutside(node, outer, keys) {
  if (!outer) return false;
  const alias = aliasOfKey(node, outer, keys);
  return alias === undefined
    ? isTiedOutside(node, outer.outer, keys)
    : tiedRanges(outer, keys).has(alias);
}

function isValue(node) {
  return nodesOf(node, "ColumnRef").length === 0 && nodesOf(node, "SelectStmt").length === 0;
}

/** Whether what an INSERT stores as the key is a value, or the key of a range that is tied. */
function insertsOneAccount({ node, target }, keys) {
  const place = (node.cols ?? []).findIndex(({ ResTarget }) => ResTarget.name === keys[target]);
  return place >= 0 && selectsOneAccount(node.selectStmt?.SelectStmt, place, keys);
}

/** Whether a SELECT has such a key in a place; with UNION, each side of it. */
function selectsOneAccount(select, place, keys) {
  const { valuesLists, targetList, larg, rarg } = select ?? {};
  if (larg) return [larg, rarg].every((side) => selectsOneAccount(side, place, keys));
  if (valuesLists) return valuesLists.every(({ List }) => isValue(List.items[place]));
  const stored = targetList?.[place]?.ResTarget.val;
  if (!stored) return false;
  const [source] = levelsOf({ SelectStmt: select });
  return isAnchor(stored, source, { keys, tied: tiedRanges(source, keys) });
}

/** The rules of Citus for the expressions of a write (its `TargetlistAndFunctionsSupported`). */
function mutableWrites({ kind, node, target, conditions }, { keys, references }) {
  if (kind === "SelectStmt" || !(keys[target] || references.includes(target))) return [];
  const isInsert = kind === "InsertStmt";
  const expressions = isInsert ? [] : [node.targetList ?? [], conditions];
  const { targetList: onConflict = [], whereClause } = node.onConflictClause ?? {};
  const returned = (node.returningClause?.exprs ?? []).map(({ ResTarget }) => ResTarget.val);
  const found = [
    ...(expressions.some(hasMutableChoice) ? ["clock in a choice"] : []),
    ...(expressions.some(callsWithColumn) ? ["clock with a column"] : []),
    ...(hasMutable([onConflict, whereClause]) ? ["clock on conflict"] : []),
    ...(hasMutable(returned) ? ["clock returned"] : []),
  ];
  return found.map((fault) => ({ fault, table: target }));
}

function hasMutableChoice(tree) {
  const choices = [...nodesOf(tree, "CaseExpr"), ...nodesOf(tree, "CoalesceExpr")];
  return choices.some(hasMutable);
}

function hasMutable(tree) {
  return mutableCalls(tree).length > 0;
}

function callsWithColumn(tree) {
  return mutableCalls(tree).some((call) => nodesOf(call, "ColumnRef").length > 0);
}

function mutableCalls(tree) {
  const calls = nodesOf(tree, "FuncCall").filter(({ funcname }) =>
    mutable.has(funcname.at(-1)?.String?.sval),
  );
  const sums = nodesOf(tree, "A_Expr").filter(addsInterval);
  return [...calls, ...nodesOf(tree, "SQLValueFunction"), ...sums];
}

/** A time plus an interval depends on the time zone of the session, so PostgreSQL calls it stable. */
function addsInterval({ name, lexpr, rexpr }) {
  const operator = name?.[0]?.String?.sval;
  return (operator === "+" || operator === "-") && [lexpr, rexpr].some(isInterval);
}

function isInterval(node) {
  return nodesOf(node, "TypeCast").some(({ typeName }) =>
    typeName.names.some(({ String: part }) => part?.sval === "interval"),
  );
}

/** A statement stays in one place: local and sharded tables do not meet, and one place is written. */
function mixtures(tree, levels, places) {
  const { keys, locals } = places;
  const names = namesOf(tree);
  const local = names.find((name) => locals.includes(name));
  const meets = local !== undefined && names.some((name) => keys[name]);
  const far = names.find((name) => isByRef(name, keys));
  const isFar = far !== undefined && names.some((name) => keys[name] && !isByRef(name, keys));
  const [first, ...others] = levels.flatMap(({ target }) => target ?? []);
  const stray = others.find((table) => placeOf(table, places) !== placeOf(first, places));
  return [
    ...(meets ? [{ fault: "local join", table: local }] : []),
    ...(isFar ? [{ fault: "far join", table: far }] : []),
    ...(stray ? [{ fault: "two places", table: stray }] : []),
  ];
}

/** Tables with one word here have their rows side by side. */
function placeOf(table, { keys, references }) {
  if (keys[table]) return isByRef(table, keys) ? "by ref" : "by account";
  return references.includes(table) ? "everywhere" : "local";
}

function isByRef(table, keys) {
  return keys[table] === "ref";
}
