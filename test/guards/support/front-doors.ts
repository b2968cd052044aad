/** What each room exports through its index.ts, and whether the declaration tells its reader what it is. */
import { join } from "node:path";
import ts from "typescript";

export interface FrontDoor {
  readonly room: string;
  readonly names: readonly string[];
  /** "name (file:line)" of exports whose declaration has no doc comment. */
  readonly undocumented: readonly string[];
}

export function openFrontDoors(folder: string, rooms: readonly string[]): FrontDoor[] {
  const doors = rooms.map((room) => join(folder, room, "index.ts"));
  const program = ts.createProgram(doors, {
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  return rooms.map((room, index) => {
    const source = program.getSourceFile(doors[index] ?? "");
    const module = source && checker.getSymbolAtLocation(source);
    const symbols = module ? checker.getExportsOfModule(module) : [];
    return {
      room,
      names: symbols.map((symbol) => symbol.name),
      undocumented: symbols.flatMap((symbol) => undocumented(folder, checker, symbol)),
    };
  });
}

function undocumented(folder: string, checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  if (target.getDocumentationComment(checker).length > 0) return [];
  const declaration = target.declarations?.[0];
  if (!declaration) return [`${symbol.name} (not found)`];
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return [`${symbol.name} (${source.fileName.slice(folder.length + 1)}:${line + 1})`];
}
