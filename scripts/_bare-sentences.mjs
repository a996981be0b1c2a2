import ts from "typescript";

/** What zod takes the words of an error in. */
const checks =
  /^(?:string|number|int|bigint|boolean|date|datetime|time|enum|email|url|uuid|guid|ipv[46]|cidrv[46]|array|union|custom|instanceof|min|max|gt|gte|lt|lte|length|size|multipleOf|positive|negative|nonnegative|nonempty|regex|includes|startsWith|endsWith|refine|check|addIssue)$/;
const isSentence = /\p{L}{2,}[,:;]? \p{L}/u;

/** The English sentences that checks of zod in a file carry without a key, each with its line. */
export function bareSentences(path, content) {
  if (!/^import \{[^}]*\bz\b[^}]*\} from "zod"/m.test(content)) return [];
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(source);
  const found = [];
  visit(source);
  return found;

  function visit(node) {
    if (ts.isCallExpression(node)) for (const each of textsOf(node)) report(each);
    ts.forEachChild(node, visit);
  }

  function textsOf(call) {
    const { expression } = call;
    if (!ts.isPropertyAccessExpression(expression) || !checks.test(expression.name.text)) return [];
    return call.arguments.flatMap((each) =>
      ts.isObjectLiteralExpression(each) ? errorsOf(each) : [each],
    );
  }

  /** What zod takes for the words of a check. */
  function errorsOf(object) {
    return object.properties
      .filter(ts.isPropertyAssignment)
      .filter(({ name }) => /^(?:error|message)$/.test(name.getText(source)))
      .map(({ initializer }) => (ts.isArrowFunction(initializer) ? initializer.body : initializer));
  }

  function report(node) {
    const value = ts.isIdentifier(node) ? constants.get(node.text) : node;
    if (!value || !isText(value) || !isSentence.test(value.getText(source))) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ line, text: value.getText(source) });
  }
}

function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function constantsOf(source) {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(declarations.map(({ name, initializer }) => [name.getText(source), initializer]));
}
