/**
 * Names of topics and parties with those that people added at the desk, as soon as they did.
 */
import type { Archive } from "../archive/archive.ts";
import { amendmentsIn } from "../archive/corrections.ts";
import { writes } from "../archive/database.ts";
import { amended } from "../knowledge.ts";
import type { Knowledge } from "../../snapshots/index.ts";
import { type Names, namesFrom } from "../../views/names.ts";

export function liveNames({ db }: Archive, knowledge: Knowledge): Names {
  let made: { readonly at: number; readonly names: Names } | undefined;
  const now = (): Names => {
    const at = writes(db);
    if (made?.at !== at) made = { at, names: namesFrom(amended(knowledge, amendmentsIn(db))) };
    return made.names;
  };
  return {
    topic: (slug) => now().topic(slug),
    shortTopic: (slug) => now().shortTopic(slug),
    party: (code) => now().party(code),
    get topics() {
      return now().topics;
    },
  };
}
