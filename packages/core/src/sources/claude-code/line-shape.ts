/**
 * What is read of a Claude Code session line
 *
 * The vendor promises `type`, `uuid` and `timestamp` only, so nothing is required here, and what is
 * not named is reported. Seen in versions 1.0 to 2.1.
 */
import type { Fields, Shape } from "../json/shape.ts";
import { MESSAGE, type TextMode } from "../messages/message-shape.ts";

export const TITLE_UNITS = 200;

/** Known, and without content of its own: a second copy, a figure, a setting, a path. */
const SILENT: Fields = Object.fromEntries(
  [
    "advisorModel",
    "apiError",
    "apiErrorStatus",
    "attributionAgent",
    "attributionPlugin",
    "attributionSkill",
    "cause",
    "compactMetadata",
    "costUSD",
    "cwd",
    "durationMs",
    "entrypoint",
    "error",
    "errorDetails",
    "gitBranch",
    "hasOutput",
    "hookCount",
    "hookErrors",
    "hookInfos",
    "isSnapshotUpdate",
    "isVisibleInTranscriptOnly",
    "level",
    "logicalParentUuid",
    "maxRetries",
    "mcpMeta",
    "messageCount",
    "messageId",
    "microcompactMetadata",
    "operation",
    "parentUuid",
    "permissionMode",
    "preventedContinuation",
    "promptId",
    "requestId",
    "retryAttempt",
    "retryInMs",
    "sessionKind",
    "sidechainParentUuid",
    "slug",
    "sourceToolAssistantUUID",
    "sourceToolUseID",
    "stopReason",
    "teamName",
    "thinkingMetadata",
    "todos",
    "toolUseID",
    "parentToolUseID",
    "toolUseResult",
    "url",
    "userType",
    "version",
  ].map((name) => [name, "skip"]),
);

function lineShape(text: TextMode): Shape {
  return {
    object: {
      ...SILENT,
      agentId: "value",
      aiTitle: { prefix: TITLE_UNITS },
      apiKeySource: "value",
      attachment: {
        object: {
          type: "value",
          filename: "skip",
          displayPath: "skip",
          prompt: text,
          content: text,
          snippet: text,
        },
        rest: "skip",
      },
      content: text,
      customTitle: { prefix: TITLE_UNITS },
      isApiErrorMessage: "value",
      isCompactSummary: "value",
      isMeta: "value",
      isSidechain: "value",
      imagePasteIds: { array: "value" },
      leafUuid: "value",
      message: MESSAGE[text],
      origin: { object: { kind: "value" }, rest: "skip" },
      planContent: text,
      sessionId: "skip",
      session_id: "skip",
      snapshot: "skip",
      subtype: "value",
      summary: { prefix: TITLE_UNITS },
      timestamp: "date",
      type: "value",
      uuid: "value",
    },
  };
}

/** Lines with text, and lines whose text is only counted. */
export const LINE: Readonly<Record<TextMode, Shape>> = {
  measure: lineShape("measure"),
  text: lineShape("text"),
};

/** Whose line it is, and titles told for a line elsewhere: what line-key.ts reads. */
export const LINE_KEYS: Shape = {
  object: {
    leafUuid: "value",
    parentUuid: "value",
    sessionId: "value",
    session_id: "value",
    summary: { prefix: TITLE_UNITS },
    type: "value",
  },
  rest: "skip",
};
