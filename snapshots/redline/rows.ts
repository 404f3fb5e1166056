/** Rows of a document's redline, from drafts that say which sentences stand in them; and equal rows folded away. */
import type { Block, RedlineCourse, RedlinePlace, RedlineRow, RedlineRun, RedlineStretch } from "../types.ts";
import type { Stretch } from "./edits.ts";
import type { Piece, RowDraft } from "./layout.ts";
import { runsOf } from "./runs.ts";
import { type Token, wordCount } from "./tokens.ts";
import type { Unit } from "./units.ts";
import { stretchesOfPair } from "./words.ts";

type Shape = Pick<Block, "kind" | "level" | "marker">;

export function rowOf(draft: RowDraft, documents: { readonly before: readonly Shape[]; readonly after: readonly Shape[] }): RedlineRow {
  const { blocks, move } = draft;
  const shape = (blocks.after === null ? undefined : move?.end === "left" ? undefined : documents.after[blocks.after]) ?? documents.before[blocks.before ?? -1];
  const runs = runsOf(draft.pieces.flatMap(stretchesOf));
  return {
    course: courseOf(draft, runs),
    kind: shape?.kind ?? "paragraph",
    level: shape?.level ?? 0,
    marker: shape?.marker ?? null,
    runs,
    before: placeOf(blocks.before, draft.continues.before),
    after: placeOf(blocks.after, draft.continues.after),
    move: move === null ? null : { number: move.number, direction: move.direction },
  };
}

function stretchesOf({ before, after }: Piece): Stretch[] {
  if (before !== null && before.text === after?.text) return [{ equal: true, before: whole(before), after: whole(before) }];
  return before === null || after === null ? [{ equal: false, before: whole(before), after: whole(after) }] : stretchesOfPair(before.tokens, after.tokens);
}

/** What is shown as it stands need not be cut into words. */
const whole = (unit: Unit | null): Token[] => (unit === null ? [] : [{ word: unit.text, gap: "" }]);

function courseOf({ blocks, move }: RowDraft, runs: readonly RedlineRun[]): RedlineCourse {
  if (move !== null) return move.end;
  if (blocks.before === null) return "added";
  if (blocks.after === null) return "removed";
  return runs.every(({ op }) => op === "equal") ? "equal" : "edited";
}


function placeOf(block: number | null, continues: boolean): RedlinePlace | null {
  return block === null ? null : { block, continues };
}

/** Rows with equal ones folded away but for `around` on either side of a change. Fewer than three rows are never folded. */
export function foldRows(rows: readonly RedlineRow[], { around }: { readonly around: number }): RedlineStretch[] {
  const near = new Set(rows.flatMap(({ course }, at) => (course === "equal" ? [] : Array.from({ length: 2 * around + 1 }, (_, offset) => at - around + offset))));
  const folded = rows.map((row, at) => row.course === "equal" && !near.has(at));
  const stretches: RedlineStretch[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && folded[to] === folded[from]) to++;
    const part = rows.slice(from, to);
    const last = stretches.at(-1);
    if (folded[from] === true && part.length >= 3) stretches.push({ kind: "folded", rows: part, words: part.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + wordCount(text), 0) });
    else if (last?.kind === "shown") stretches[stretches.length - 1] = { kind: "shown", rows: [...last.rows, ...part] };
    else stretches.push({ kind: "shown", rows: part });
    from = to;
  }
  return stretches;
}
