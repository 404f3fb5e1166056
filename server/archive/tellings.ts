/**
 * What was found of commitments at the meetings after: each change and each bridge over silence, the best to tell first.
 */
import type { ChangeKind, IsoDate, Stage } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";

export interface Telling {
  /** The commitment's number in the archive's file. */
  readonly number: number;
  readonly held: IsoDate;
  readonly kind: ChangeKind;
  /** The meeting that it is compared with. */
  readonly before: IsoDate;
  /** Null where that side is silent. */
  readonly stageBefore: Stage | null;
  readonly stageAfter: Stage | null;
}

/** A change that leads from one wording to the next. */
export const isLink = ({ kind }: Pick<Telling, "kind">): boolean => kind !== "new" && kind !== "silent";

/** By the commitments' numbers: links first, bridges over silence next, then what is new or fell silent. */
export function tellingsFinder(db: Database): (numbers: readonly number[]) => readonly Telling[] {
  const changed = db.prepare<Record<string, string>, Telling>(
    `SELECT cc.commitment AS number, cc.after_held AS held, ch.kind, c.before_held AS before,
       json_extract(ch.json, '$.stage.before') AS stageBefore, json_extract(ch.json, '$.stage.after') AS stageAfter
     FROM change_commitments AS cc JOIN changes AS ch USING (partnership, after_held, ordinal) JOIN comparisons AS c USING (partnership, after_held)
     WHERE cc.commitment IN (SELECT value FROM json_each(:numbers)) ORDER BY ch.kind IN ('new', 'silent'), ch.ordinal`,
  );
  const bridged = db.prepare<Record<string, string>, Telling>(
    `SELECT bc.commitment AS number, bc.after_held AS held, json_extract(b.json, '$.kind') AS kind, b.before_held AS before,
       json_extract(b.json, '$.stage.before') AS stageBefore, json_extract(b.json, '$.stage.after') AS stageAfter
     FROM bridge_commitments AS bc JOIN bridges AS b USING (partnership, after_held, ordinal)
     WHERE bc.commitment IN (SELECT value FROM json_each(:numbers)) ORDER BY b.ordinal`,
  );
  return (numbers) => {
    const asked = { numbers: JSON.stringify(numbers) };
    const all = changed.all(asked);
    return [...all.filter(isLink), ...bridged.all(asked), ...all.filter((one) => !isLink(one))];
  };
}
