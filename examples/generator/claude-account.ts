import { CLAUDE_ACCOUNT } from "./claude-ai.ts";
import type { Json } from "./files.ts";
import { uuid } from "./random.ts";

// users.json, projects.json and memories.json of a Claude.ai data export.

const NAME = "Sample Person";

export function claudeUsers(): Json {
  return [
    {
      uuid: CLAUDE_ACCOUNT,
      full_name: NAME,
      email_address: "sample.person@example.org",
      verified_phone_number: "+12025550143",
    },
  ];
}

interface Project {
  name: string;
  about: string;
  instructions: string;
  from: string;
  to: string;
  docs: [name: string, content: string][];
}

const PROJECTS: Project[] = [
  {
    name: "Carton tender",
    about: "Notes and drafts for the carton tender of 2025",
    instructions: "Answer in short sentences. Never invent a price.",
    from: "2025-09-28T07:10:44.120933Z",
    to: "2025-11-03T15:21:09.004417Z",
    docs: [
      ["criteria.md", "# Criteria\n\n- price 50\n- delivery reliability 30\n- recycled share 20\n"],
      ["contacts.txt", "Tender desk: tenders@example.com, 202-555-0154\n"],
    ],
  },
  {
    name: "Running",
    about: "",
    instructions: "Be careful with pain. Ask before you raise the distance.",
    from: "2025-01-06T06:41:12.553201Z",
    to: "2025-03-11T07:12:50.918022Z",
    docs: [],
  },
];

export function claudeProjects(): Json {
  return PROJECTS.map((project) => ({
    uuid: uuid(`claude/project/${project.name}`),
    name: project.name,
    description: project.about,
    is_private: true,
    is_starter_project: false,
    prompt_template: project.instructions,
    created_at: project.from,
    updated_at: project.to,
    creator: { uuid: CLAUDE_ACCOUNT, full_name: NAME },
    docs: project.docs.map(([filename, content]) => ({
      uuid: uuid(`claude/doc/${filename}`),
      filename,
      content,
      created_at: project.from,
    })),
  }));
}

export function claudeMemories(): Json {
  const tender = uuid("claude/project/Carton tender");
  return [
    {
      conversations_memory:
        "**Work**\n\nSample buys cartons and film for a packaging team and writes to suppliers.\n\n**At home**\n\nRuns three times a week, rents a flat, grows tomatoes on a windy balcony.",
      project_memories: {
        [tender]:
          "The tender weighs price 50, reliability 30 and recycled share 20. Drafts go to the tender desk first.",
      },
      account_uuid: CLAUDE_ACCOUNT,
    },
  ];
}
