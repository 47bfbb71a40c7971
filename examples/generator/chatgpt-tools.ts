import { type Fields, image, type Tree, text } from "./chatgpt-nodes.ts";
import type { Json } from "./files.ts";
import { token, uuid } from "./random.ts";
import { split } from "./script.ts";

// What a ChatGPT conversation holds besides questions and answers.

function callContent(call: string): Fields {
  return { content_type: "code", language: "unknown", response_format_name: null, text: call };
}

function runResult(tree: Tree, code: string, output: string): Fields {
  const end = tree.seconds();
  return {
    aggregate_result: {
      status: "success",
      run_id: uuid(`${tree.key}/run/${output}`),
      start_time: end - 1,
      update_time: end,
      code,
      end_time: end,
      final_expression_output: output,
      in_kernel_exception: null,
      system_exception: null,
      messages: [],
      jupyter_messages: [],
      timeout_triggered: null,
    },
  };
}

function python(tree: Tree, code: string, output: string): void {
  tree.say({
    role: "tool",
    name: "python",
    content: { content_type: "execution_output", text: output },
    metadata: runResult(tree, code, output),
  });
}

function browser(tree: Tree, output: string): void {
  const domain = /[\w.-]+\.(?:com|org|net)/.exec(output)?.[0] ?? "example.com";
  tree.say({
    role: "tool",
    name: "browser",
    content: {
      content_type: "tether_quote",
      url: `https://${domain}/`,
      domain,
      title: domain,
      text: output,
      tether_id: null,
    },
    metadata: { command: "search", status: "finished" },
  });
}

function painting(tree: Tree, call: string): void {
  const { prompt } = JSON.parse(call) as { prompt: string };
  const id = token(`${tree.key}/painting`, 16);
  const dalle: Json = {
    gen_id: id,
    prompt,
    seed: 4021,
    parent_gen_id: null,
    edit_op: null,
    serialization_title: "DALL-E generation metadata",
  };
  tree.say({
    role: "tool",
    name: "dalle.text2im",
    content: { content_type: "multimodal_text", parts: [image(id, 1024, 1024, { dalle })] },
  });
}

const RECIPIENTS: Record<string, string> = { dalle: "dalle.text2im" };

export function useTool(tree: Tree, step: string, output: string, model: Fields): void {
  const [name, call] = split(step);
  tree.say({
    role: "assistant",
    content: callContent(call),
    recipient: RECIPIENTS[name] ?? name,
    endTurn: false,
    metadata: model,
  });
  tree.wait(1, 5);
  if (name === "python") python(tree, call, output);
  else if (name === "dalle") painting(tree, call);
  else browser(tree, output);
}

export function think(tree: Tree, thought: string, model: Fields): void {
  const from = tree.seconds();
  tree.wait(4, 20);
  const thoughts = [{ summary: "Working it out", content: thought, chunks: [], finished: true }];
  const id = tree.say({
    role: "assistant",
    content: { content_type: "thoughts", thoughts, source_analysis_msg_id: tree.current },
    endTurn: false,
    metadata: { ...model, reasoning_status: "is_reasoning", reasoning_start_time: Math.floor(from) },
  });
  tree.say({
    role: "assistant",
    content: {
      content_type: "reasoning_recap",
      content: `Thought for ${Math.round(tree.seconds() - from)}s`,
    },
    endTurn: false,
    metadata: { ...model, reasoning_status: "reasoning_ended", parent_id: id },
  });
}

const ABOUT = {
  early: ["Two parents and three children share this account.", "Be brief. Say when you are not sure."],
  late: [
    "A family of five in a small house. Write to tamarin@example.com if a form needs a mail.",
    "Be brief. Do not use the names of the children.",
  ],
} as const;

export function instructions(tree: Tree, late: boolean): void {
  const [profile, wishes] = late ? ABOUT.late : ABOUT.early;
  tree.say({
    role: "system",
    content: text(""),
    endTurn: true,
    metadata: { is_visually_hidden_from_conversation: true },
  });
  tree.say({
    role: "user",
    content: { content_type: "user_editable_context", user_profile: profile, user_instructions: wishes },
    metadata: {
      is_visually_hidden_from_conversation: true,
      is_user_system_message: true,
      user_context_message_data: { about_user_message: profile, about_model_message: wishes },
    },
  });
}
