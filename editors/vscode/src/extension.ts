import { commands, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { initializationOptions, program, type Settings } from "./program";

const LANGUAGES = ["markdown", "mdx", "html"];

let client: LanguageClient | undefined;

/** Start the server, and again when its settings change. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("articlelint.restart", restart),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("articlelint")) {
        await restart();
      }
    }),
  );
  await start();
}

/** End the server. */
export async function deactivate(): Promise<void> {
  const ending = client;
  client = undefined;
  await ending?.stop();
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const configuration = workspace.getConfiguration("articlelint");
  const settings: Settings = {
    command: configuration.get("command", ["articlelint"]),
    arguments: configuration.get("arguments", []),
    workspaceDiagnostics: configuration.get("workspaceDiagnostics", false),
  };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.map((language) => ({ scheme: "file", language })),
    initializationOptions: initializationOptions(settings),
  };
  client = new LanguageClient("articlelint", "articlelint", program(settings), options);
  await client.start();
}
