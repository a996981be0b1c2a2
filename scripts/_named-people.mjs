import { posix } from "node:path";
import ts from "typescript";

/** Enough for a parameter's type that names another type, which names another. */
const maxDepth = 6;
/** Utility types that have the members of their first argument. */
const same = new Set(["Omit", "Partial", "Readonly", "Required", "NonNullable"]);

/**
 * The exported functions of a module, each with those of its parameters' names that `identities` or `callerTypes` have,
 * whether it takes an `actor`, and whether it is but a part of what another function does. Types are followed through the imports among `files`: path to source.
 */
export function namedPeople(path, files, { identities, callerTypes }) {
  const known = { files, identities: new Set(identities), callerTypes: new Set(callerTypes) };
  const file = parse(path, files.get(path));
  return exportedFunctions(file).map(({ name, node }) => {
    const members = node.parameters.flatMap((parameter) => membersOf(parameter, file, known));
    return {
      name,
      isPart: node.parameters.some(isTransaction) || isClause(node.type),
      hasActor: members.some(({ name: member, depth }) => member === "actor" && depth <= 1),
      people: [...new Set(members.filter((member) => isPerson(member, known)).map(toWord))],
    };
  });
}

/** Who acts was decided where the transaction began; a verb's own `tx` is optional and inside its object. */
function isTransaction({ name, type, questionToken, initializer }) {
  return name.getText() === "tx" && type?.getText() === "Tx" && !questionToken && !initializer;
}

/** SQL for a statement of the caller. */
function isClause(type) {
  if (!type) return false;
  const types = ts.isUnionTypeNode(type) ? type.types : [type];
  return types.some((each) => each.getText() === "SQL");
}

function isPerson({ name, type }, { identities, callerTypes }) {
  return identities.has(name) || (type !== undefined && callerTypes.has(type));
}

function toWord({ name, type }) {
  return type ?? name;
}

const parsed = new Map();

function parse(path, source) {
  const known = parsed.get(path);
  if (known?.text === source) return known;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  parsed.set(path, file);
  return file;
}

function exportedFunctions(file) {
  return file.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) {
      return statement.name ? [{ name: statement.name.text, node: statement }] : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const node = functionIn(initializer);
      return node ? [{ name: name.getText(file), node }] : [];
    });
  });
}

function isExported(node) {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** A function, also one that a call wraps, as `cache(async () => …)` does. */
function functionIn(node) {
  if (!node) return undefined;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
  return ts.isCallExpression(node) ? node.arguments.map(functionIn).find(Boolean) : undefined;
}

/** What a parameter is called and has: each member with its depth, a caller's type as `type`. */
function membersOf({ name, type }, file, known) {
  const own = ts.isObjectBindingPattern(name)
    ? name.elements.map((each) => ({
        name: (each.propertyName ?? each.name).getText(file),
        depth: 1,
      }))
    : [{ name: name.getText(file), depth: 0 }];
  // An actor says by itself who acts.
  if (own.some((each) => each.depth === 0 && each.name === "actor")) return own;
  return [...own, ...(type ? typeMembers(type, { file, known, depth: 1 }) : [])];
}

function typeMembers(type, place) {
  if (place.depth > maxDepth) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.flatMap((each) => memberOf(each, place));
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
    return type.types.flatMap((each) => typeMembers(each, place));
  }
  if (ts.isParenthesizedTypeNode(type)) return typeMembers(type.type, place);
  if (ts.isArrayTypeNode(type)) return typeMembers(type.elementType, deeper(place));
  if (ts.isTypeReferenceNode(type)) return referenceMembers(type, place);
  return ts.isExpressionWithTypeArguments(type) ? referenceMembers(type, place) : [];
}

function deeper(place) {
  return { ...place, depth: place.depth + 1 };
}

function memberOf(member, place) {
  if (!ts.isPropertySignature(member)) return [];
  const name = member.name.getText(place.file);
  const own = { name, depth: place.depth };
  if (name === "actor" || !member.type) return [own];
  return [own, ...typeMembers(member.type, deeper(place))];
}

function referenceMembers(type, place) {
  const name = (type.typeName ?? type.expression).getText(place.file);
  const [first, second] = type.typeArguments ?? [];
  if (name === "Pick" && second) return pickedMembers(second, place);
  if (same.has(name) && first) return typeMembers(first, place);
  const caller = place.known.callerTypes.has(name)
    ? [{ name, type: name, depth: place.depth }]
    : [];
  const found = declarationOf(name, place);
  return found ? [...caller, ...declaredMembers(found)] : caller;
}

function pickedMembers(keys, { depth }) {
  const literals = ts.isUnionTypeNode(keys) ? keys.types : [keys];
  return literals
    .filter((each) => ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal))
    .map((each) => ({ name: each.literal.text, depth }));
}

function declaredMembers({ node, place }) {
  if (ts.isTypeAliasDeclaration(node)) return typeMembers(node.type, deeper(place));
  const inherited = (node.heritageClauses ?? []).flatMap(({ types }) => types);
  return [
    ...node.members.flatMap((each) => memberOf(each, place)),
    ...inherited.flatMap((each) => typeMembers(each, deeper(place))),
  ];
}

/** The interface or type of a name, in this file or in the one it is imported from. */
function declarationOf(name, place) {
  const { file, known, depth } = place;
  if (depth > maxDepth) return undefined;
  const node = file.statements.find(
    (each) =>
      (ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each)) &&
      each.name.text === name,
  );
  if (node) return { node, place };
  const imported = importOf(name, file);
  const path = imported && pathOf(imported.from, file.fileName, known.files);
  if (!path) return undefined;
  const next = { ...place, file: parse(path, known.files.get(path)), depth: depth + 1 };
  return declarationOf(imported.name, next);
}

function importOf(name, file) {
  for (const { importClause, moduleSpecifier } of file.statements.filter(ts.isImportDeclaration)) {
    const bindings = importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const found = bindings.elements.find((each) => each.name.text === name);
    if (found) return { name: (found.propertyName ?? found.name).text, from: moduleSpecifier.text };
  }
  return undefined;
}

function pathOf(specifier, importer, files) {
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(importer), specifier);
  return [`${path}.ts`, `${path}.tsx`].find((each) => files.has(each));
}
