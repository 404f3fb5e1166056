/**
 * What another reading changes: the archive beside one that was made aside, which is attached as `aside`. On record in
 * the history; never news.
 */
import type { Database } from "./database.ts";

export interface Reinterpretation {
  /** Commitments that are read anew, are read no more, or are read with another stage, force or topic. */
  readonly commitments: { readonly added: number; readonly gone: number; readonly changed: number };
  /** Documents whose title, day, meeting or partnership is read otherwise. */
  readonly documents: number;
  readonly meetings: { readonly added: number; readonly gone: number };
  /** Changes between meetings that come, go, or are of another kind. */
  readonly changes: { readonly added: number; readonly gone: number; readonly changed: number };
  /** A few of the commitments, for people. */
  readonly examples: readonly { readonly what: "added" | "gone" | "changed"; readonly id: string; readonly plain: string; readonly before: string; readonly after: string }[];
}

/** Examples of each sort. */
const FEW = 5;

export function compareAside(db: Database): Reinterpretation {
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const without = (one: string, other: string, key: string): string => `SELECT COUNT(*) FROM ${one} AS a WHERE NOT EXISTS (SELECT 1 FROM ${other} AS b WHERE ${key})`;
  const meeting = "b.partnership = a.partnership AND b.held = a.held";
  const change = "b.partnership = a.partnership AND b.after_held = a.after_held AND b.id = a.id";
  return {
    commitments: {
      added: count(without("aside.commitments", "main.commitments", "b.key = a.key")),
      gone: count(without("main.commitments", "aside.commitments", "b.key = a.key")),
      changed: count(`SELECT COUNT(*) ${CHANGED}`),
    },
    documents: count(`SELECT COUNT(*) FROM main.snapshots AS a JOIN aside.snapshots AS b USING (sha256)
      WHERE a.title <> b.title OR a.published <> b.published OR a.held <> b.held OR a.partnership IS NOT b.partnership OR a.meeting_name IS NOT b.meeting_name OR a.place IS NOT b.place`),
    meetings: { added: count(without("aside.meetings", "main.meetings", meeting)), gone: count(without("main.meetings", "aside.meetings", meeting)) },
    changes: {
      added: count(without("aside.changes", "main.changes", change)),
      gone: count(without("main.changes", "aside.changes", change)),
      changed: count("SELECT COUNT(*) FROM main.changes AS a JOIN aside.changes AS b ON b.partnership = a.partnership AND b.after_held = a.after_held AND b.id = a.id WHERE a.kind <> b.kind"),
    },
    examples: [...lone(db, "added"), ...lone(db, "gone"), ...changed(db)],
  };
}

/** Puts on record that the archive is read by another version from now on. Runs within the transaction that does so. */
export function recordReinterpretation(db: Database, version: string): void {
  const before = db.prepare<{ version: string }, string>("SELECT reading FROM main.snapshots WHERE reading <> :version ORDER BY document LIMIT 1").pluck().get({ version });
  if (before === undefined) return;
  const summary = JSON.stringify(compareAside(db));
  db.prepare("INSERT INTO main.reinterpretations (before, after, summary, made_at) VALUES (:before, :version, :summary, :madeAt)").run({ before, version, summary, madeAt: new Date().toISOString() });
}

const CHANGED = "FROM main.commitments AS a JOIN aside.commitments AS b ON b.key = a.key WHERE a.stage <> b.stage OR a.force <> b.force OR a.topic <> b.topic";

type Example = Reinterpretation["examples"][number];

function lone(db: Database, what: "added" | "gone"): Example[] {
  const [one, other] = what === "added" ? ["aside", "main"] : ["main", "aside"];
  return db
    .prepare<{ few: number }, { id: string; plain: string; told: string }>(
      `SELECT a.key AS id, a.plain, a.stage || ', ' || a.force || ', ' || a.topic AS told FROM ${one}.commitments AS a WHERE NOT EXISTS (SELECT 1 FROM ${other}.commitments AS b WHERE b.key = a.key) ORDER BY a.id LIMIT :few`,
    )
    .all({ few: FEW })
    .map(({ id, plain, told }) => ({ what, id, plain, before: what === "gone" ? told : "", after: what === "added" ? told : "" }));
}

function changed(db: Database): Example[] {
  const told = (side: string): string => `${side}.stage || ', ' || ${side}.force || ', ' || ${side}.topic`;
  return db
    .prepare<{ few: number }, Omit<Example, "what">>(`SELECT a.key AS id, a.plain, ${told("a")} AS before, ${told("b")} AS after ${CHANGED} ORDER BY a.id LIMIT :few`)
    .all({ few: FEW })
    .map((row) => ({ what: "changed", ...row }));
}
