import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";

import { initializationOptions, program, type Settings } from "../program";

const SETTINGS: Settings = {
  command: ["articlelint"],
  arguments: [],
  workspaceDiagnostics: false,
};

test("the program is what the settings say", () => {
  assert.deepEqual(program(SETTINGS), { command: "articlelint", args: ["server"] });
  const settings = { ...SETTINGS, command: ["uvx", "articlelint"], arguments: ["--isolated"] };
  assert.deepEqual(program(settings), {
    command: "uvx",
    args: ["articlelint", "server", "--isolated"],
  });
  assert.deepEqual(program({ ...SETTINGS, command: [] }), program(SETTINGS));
});

test("the server that it names says what is wrong", async () => {
  const folder = await mkdtemp(join(tmpdir(), "articlelint-"));
  const { command, args } = program(SETTINGS);
  const server = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const connection = createProtocolConnection(server.stdout, server.stdin);
  const shown = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, resolve);
  });
  connection.listen();

  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
    initializationOptions: initializationOptions(SETTINGS),
  });
  assert.ok(capabilities.hoverProvider);
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = pathToFileURL(join(folder, "one.md")).href;
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version: 1, text: "Strong.</b>\n" },
  });
  const { diagnostics } = await shown;
  assert.deepEqual(
    diagnostics.map((each) => each.code),
    ["html/stray-end-tag"],
  );

  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
  connection.dispose();
  await rm(folder, { recursive: true });
});
