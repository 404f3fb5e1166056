/**
 * `pactline brief`: what the meetings since a day said anew, ready to be pasted.
 */
import { join } from "node:path";
import type { PartialDate, Slug } from "../../snapshots/index.ts";
import { namesFrom } from "../../views/names.ts";
import { briefBody } from "../../views/pages/brief.ts";
import { createRenderer } from "../../views/render.ts";
import { DEFAULT_HOST, DEFAULT_PORT, knowledgeFolder, PROJECT_ROOT, siteOrigin } from "../config.ts";
import { loadKnowledge } from "../knowledge.ts";
import { makeBrief } from "../publish/brief.ts";
import { briefMarkdown, briefPlain } from "../publish/brief-text.ts";
import { knownFilter } from "../publish/known.ts";
import { type Io, printJson } from "./io.ts";
import { withArchive } from "./session.ts";

export interface BriefFlags {
  readonly archive?: string;
  readonly since: PartialDate;
  readonly until?: PartialDate;
  readonly partnership?: Slug;
  readonly topic?: Slug;
  readonly format: "md" | "txt" | "html" | "json";
  readonly origin?: string;
}

export function brief(flags: BriefFlags, io: Io): Promise<number> {
  return withArchive(io, flags, ({ reader }) => {
    const names = namesFrom(loadKnowledge(knowledgeFolder(io.env)));
    const { since, until = null, partnership = null, topic = null, format } = knownFilter(flags, { archive: reader, names, asked: "command" });
    const origin = siteOrigin(flags.origin, io.env) ?? `http://${DEFAULT_HOST}:${DEFAULT_PORT}`;
    const made = makeBrief(reader, { since, until, partnership, topic }, { names, origin });
    switch (format) {
      case "json":
        printJson(io, made);
        break;
      case "md":
        io.out(briefMarkdown(made));
        break;
      case "txt":
        io.out(briefPlain(made, Math.min(io.width, 80)));
        break;
      case "html":
        io.out(createRenderer(join(PROJECT_ROOT, "views", "templates")).fragment("letter", briefBody(made)));
    }
    return 0;
  });
}
