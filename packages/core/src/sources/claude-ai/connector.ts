/**
 * Whether a tool block of a Claude.ai export holds content of a connected service
 *
 * The export has no single field for it. The rule: a block is a connector's when any of these holds.
 *   1. `mcp_server_url` or `integration_name` is filled in, or `is_mcp_app` is true.
 *   2. The tool's name is of the form `server:tool` or `mcp_...`, which only MCP tools have.
 *   3. The tool's name has a word of the mail, calendar or drive tools that predate those fields.
 *   4. It is a result whose `tool_use_id` names a call to which one of these applies.
 * Everything else (search, code, files, artifacts) is an ordinary tool. Where the rule errs, it errs
 * towards connector, which policies exclude from use.
 */
import { nameOf } from "../read-field.ts";

const MCP_NAME = /:|^mcp(?:_|-|$)/;
const SERVICE_WORD = /(?:^|_)(?:gmail|gcal|gdrive|google|drive|outlook|sharepoint|onedrive|calendar)(?:_|$)/;

export interface ToolFields {
  readonly [key: string]: unknown;
}

export class Connectors {
  readonly #calls = new Set<string>();

  /** MUST be asked in the order of the blocks: a result follows its call. */
  isConnector(block: ToolFields): boolean {
    const call = nameOf(block["tool_use_id"]);
    const own = hasIntegration(block) || isServiceName(nameOf(block["name"]) ?? "");
    const isConnector = own || (call !== undefined && this.#calls.has(call));
    const id = nameOf(block["id"]);
    if (isConnector && id !== undefined) this.#calls.add(id);
    return isConnector;
  }
}

function hasIntegration(block: ToolFields): boolean {
  if (block["is_mcp_app"] === true) return true;
  return nameOf(block["mcp_server_url"]) !== undefined || nameOf(block["integration_name"]) !== undefined;
}

function isServiceName(name: string): boolean {
  return MCP_NAME.test(name) || SERVICE_WORD.test(name);
}
