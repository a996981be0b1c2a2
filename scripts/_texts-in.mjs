import ts from "typescript";

const isRead = /\.(tsx?|mjs|md)$|_content\/snippets\//;
/**
 * Tests are read by those who change them; the list of passwords is not ours; the word lists name what they forbid; Polish
 * pages have a test of their own.
 */
const isLeftOut =
  /\.(test|spec)\.(tsx?|mjs)$|^(e2e|lib\/testing)\/|common-passwords|_content\/pl\//;
const polishLetters = /[ąćęłńśźż]/i;
const isSentence = /[A-Za-z]{2,}[,.:;]? [A-Za-z]/;
const isCode =
  /\b(?:select|insert|update|delete from)\b.*\b(?:from|where|into|set|values)\b|^select \w+\(|(?:^|\s)(?:flex|grid|text-|px-|py-|border-|max-|min-|bg-)\S*\s/s;

/** The texts of a file that people read, each with its line and the scopes its rules come from. Of code, comments if asked for. */
export function textsIn(path, content, isWithComments) {
  if (!isRead.test(path) || isLeftOut.test(path)) return [];
  if (path.endsWith(".md")) return fromMarkdown(content);
  if (path.includes("_content/snippets/")) return fromSnippet(content);
  return fromCode(path, content, isWithComments);
}

/** Sentences of Markdown without its code and the targets of its links, keeping the lines. */
function fromMarkdown(content) {
  const blank = (block) => block.replace(/[^\n]/g, "");
  return content
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, "``")
    .replace(/\]\((?:<[^>]*>|[^)]*)\)/g, "]")
    .replace(/<(?!!--)[^>]*?(?:alt="([^"]*)")?[^>]*>/g, "$1")
    .split("\n")
    .flatMap((text, place) => (text.trim() ? [prose(text.trim(), place + 1)] : []));
}

/** Comments and quoted sentences of an example. */
function fromSnippet(content) {
  return content.split("\n").flatMap((line, place) => {
    const comment = /(?:^|\s)(?:#|\/\/|\/\*\*?|\*)\s+(.*)$/.exec(line)?.[1];
    return [comment, ...(line.match(/"[^"]* [^"]*"/g) ?? [])]
      .filter(Boolean)
      .map((text) => prose(text, place + 1));
  });
}

function fromCode(path, content, isWithComments) {
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
  const isWordsFile = /words\.tsx?$/.test(path);
  const isWords = isWordsFile || /use-words|Words</.test(content);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const comments = isWithComments ? commentsOf(source, content) : [];
  const found = comments.map(({ text, start }) => prose(text, lineOf(start)));
  visit(source, false);
  return found;

  function visit(node, isPolish) {
    const inPolish = isPolish || isPolishPart(node);
    const text = textOf(node);
    const isLabel = isWords && (isWordsFile || !isPlainName(node));
    const scopes = inPolish ? [text && "pl"].filter(Boolean) : scopesOf(node, text, isLabel);
    if (ts.isIdentifier(node)) {
      found.push({ text: node.text, line: lineOf(node.getStart(source)), scopes: ["code"] });
    }
    if (scopes.length > 0) found.push({ text, line: lineOf(node.getStart(source)), scopes });
    ts.forEachChild(node, (child) => visit(child, inPolish));
  }
}

function scopesOf(node, text, isLabel) {
  if (!text || polishLetters.test(text)) return [];
  const isProse = ts.isJsxText(node) || ((isLabel || isSentence.test(text)) && !isStatement(node));
  return [isProse && "prose", isLabel && "ui"].filter(Boolean);
}

/** A state, a column or a field, where the words of a screen stand in their component. */
function isPlainName(node) {
  return ts.isStringLiteral(node) && /^[a-z_]+$/.test(node.text);
}

/** SQL, also in pieces around its parameters, and classes of CSS. */
function isStatement(node) {
  const template = ts.isTemplateSpan(node.parent) ? node.parent.parent : node.parent;
  const isPiece = ts.isTemplateExpression(template);
  const whole = isPiece ? template : node;
  const tag = ts.isTaggedTemplateExpression(whole.parent) ? whole.parent.tag.getText() : "";
  return tag === "sql" || isCode.test(isPiece ? whole.getText().slice(1, -1) : node.text.trim());
}

/** A `pl` of the words. */
function isPolishPart(node) {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "pl") return true;
  return ts.isVariableDeclaration(node) && /^(?:pl|polish|inPolish)/i.test(node.name.getText());
}

function textOf(node) {
  if (ts.isJsxText(node)) return node.text.trim();
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  if (!isText || ts.isLiteralTypeNode(node.parent) || ts.isIndexedAccessTypeNode(node.parent)) {
    return "";
  }
  if (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return "";
  return node.text.trim();
}

/** Comments outside of strings, without their marks. */
function commentsOf(source, content) {
  const comments = new Map();
  (function visit(node) {
    const around = [
      ...(ts.getLeadingCommentRanges(content, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(content, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ts.isJsxText(node) ? [] : around) comments.set(pos, end);
    ts.forEachChild(node, visit);
  })(source);
  return [...comments].map(([start, end]) => ({
    start,
    text: content
      .slice(start, end)
      .replace(/^\/\*+|\*+\/$|^\s*\*\s?|^\/\/+\s?/gm, " ")
      .replace(/`[^`\n]*`/g, "``")
      .replace(/\s+/g, " ")
      .trim(),
  }));
}

function prose(text, line) {
  return { text, line, scopes: ["prose"] };
}
