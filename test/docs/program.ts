import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { Block } from './blocks.ts';

/** What a program may see beside the language. */
export type Scope = Readonly<Record<string, unknown>>;

/** A block made ready to run. */
export interface Program {
  /** Packages it imports. */
  readonly imports: readonly string[];
  /** Runs it once, in a scope of its own. */
  start(scope: Scope, modules: ReadonlyMap<string, object>): Run;
}

/** A program that runs. */
export interface Run {
  /** Resolves at its last statement, rejects with what it throws. */
  readonly done: Promise<void>;
  /** What it exports, and the functions that nobody called. */
  readonly exports: Record<string, unknown>;
  /** Line of its text on which the statement stands that was begun last. */
  line(): number;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
};

/** Compiles a block to a function: what it imports is handed in, so that its modules are the tests' own. */
export function prepare({ doc, line, code }: Block): Program {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true);
  const uncalled = uncalledFunctions(source);
  const { outputText } = ts.transpileModule(
    // Functions are there from the start; on the same line, so that lines are the text's.
    `Object.assign(exports, { ${uncalled.join(', ')} }); ${code}`,
    { compilerOptions: options, transformers: { before: [markLines(line)] } },
  );
  return {
    imports: importsOf(source),
    start(scope, modules) {
      let at = line;
      const exports: Record<string, unknown> = {};
      const own = {
        exports,
        require: (name: string) => ({ __esModule: true, ...modules.get(name) }),
        [marker]: (now: number) => {
          at = now;
        },
      };
      const names = { ...scope, ...own };
      const body = compileFunction(
        `return (async () => { ${outputText}\n})()`,
        Object.keys(names),
        { filename: `${doc}:${line}` },
      );
      return { done: body(...Object.values(names)), exports, line: () => at };
    },
  };
}

const marker = '__at';

/** Writes down the line before each statement: an error's stack does not survive every await. */
function markLines(firstLine: number): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const mark = (statement: ts.Statement): readonly ts.Statement[] => {
      if (!isStep(statement)) return [statement];
      const start = ts.getOriginalNode(statement).getStart(file);
      const now = firstLine + file.getLineAndCharacterOfPosition(start).line;
      const call = factory.createCallExpression(factory.createIdentifier(marker), undefined, [
        factory.createNumericLiteral(now),
      ]);
      return [factory.createExpressionStatement(call), statement];
    };
    const visit = (node: ts.Node): ts.Node => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isBlock(inner)) return factory.updateBlock(inner, inner.statements.flatMap(mark));
      return inner;
    };
    const inner = ts.visitEachChild(file, visit, context);
    return factory.updateSourceFile(inner, inner.statements.flatMap(mark));
  };
}

const isStep = (statement: ts.Statement) =>
  ts.isExpressionStatement(statement) ||
  ts.isReturnStatement(statement) ||
  ts.isThrowStatement(statement) ||
  ts.isIterationStatement(statement, false) ||
  ts.isVariableStatement(statement) ||
  ts.isIfStatement(statement) ||
  ts.isSwitchStatement(statement) ||
  ts.isTryStatement(statement);

function importsOf(source: ts.SourceFile): string[] {
  const { importedFiles } = ts.preProcessFile(source.text, true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

/** Functions that it declares and never calls: a reader's framework does. */
function uncalledFunctions(source: ts.SourceFile): string[] {
  const declared = source.statements
    .filter(ts.isFunctionDeclaration)
    .filter(({ modifiers }) => !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ name }) => name?.text ?? []);
  const uses = (name: string) => {
    let count = 0;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === name) count += 1;
      ts.forEachChild(node, visit);
    };
    visit(source);
    return count;
  };
  return declared.filter((name) => uses(name) === 1);
}
