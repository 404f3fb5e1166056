/**
 * Corrections of links between commitments of different documents, brought to the ids that the commitments have now.
 */
import type { Ruling } from "../types.ts";
import { type Anchor, type Correction, isLinkCorrection, standing, type Unfit } from "./corrections.ts";

export interface Anchored {
  readonly rulings: readonly Ruling[];
  readonly unfit: readonly Unfit[];
}

/** The rulings of all links that stand. `find` answers the id of the commitment that an anchor is now part of. */
export function anchorRulings(corrections: readonly Correction[], find: (anchor: Anchor) => string | null): Anchored {
  const rulings: Ruling[] = [];
  const unfit: Unfit[] = [];
  for (const correction of standing(corrections)) {
    const { id, body, author, reason, madeAt } = correction;
    if (!isLinkCorrection(body)) continue;
    const [before, after] = [found(body.before, find), found(body.after, find)];
    if (before.length === 0 || after.length === 0) unfit.push({ correction, why: "A commitment that it speaks of is no longer read." });
    else rulings.push({ id, kind: body.kind, before, after, value: body.kind === "change-kind" ? body.value : null, author, reason, madeAt });
  }
  return { rulings, unfit };
}

function found(anchors: readonly Anchor[], find: (anchor: Anchor) => string | null): string[] {
  return [...new Set(anchors.flatMap((anchor) => find(anchor) ?? []))];
}
