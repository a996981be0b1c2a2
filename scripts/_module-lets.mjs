import ts from "typescript";

/** The names of the variables of a module that may change: state that each copy of the module has for itself. */
export function moduleLets(path, content) {
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, false);
  return source.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList: { flags } }) => !(flags & ts.NodeFlags.Const))
    .flatMap(({ declarationList: { declarations } }) => declarations)
    .map(({ name }) => name.getText(source));
}
