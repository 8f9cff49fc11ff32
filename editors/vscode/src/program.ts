/** What is set under `articlelint` in the settings of the editor. */
export interface Settings {
  readonly command: readonly string[];
  readonly arguments: readonly string[];
  readonly workspaceDiagnostics: boolean;
}

/** A program with its arguments. */
export interface Program {
  readonly command: string;
  readonly args: string[];
}

/** Return the program that is the language server. */
export function program(settings: Settings): Program {
  const [command = "articlelint", ...before] = settings.command;
  return { command, args: [...before, "server", ...settings.arguments] };
}

/** Return what the server is told at the beginning. */
export function initializationOptions(settings: Settings): object {
  return { workspaceDiagnostics: settings.workspaceDiagnostics };
}
