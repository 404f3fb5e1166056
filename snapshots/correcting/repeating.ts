/**
 * Whether a correction only says again what stands: the latest word on its subject is the same. One that goes back to an
 * earlier word (this title, another, this one again) repeats nothing.
 */
import { type Correction, type CorrectionBody, isCommitmentCorrection, isDocumentCorrection, isLinkCorrection, standing } from "./corrections.ts";

/** The correction that stands and that this one repeats, or null. `document` as in `Correction`. */
export function repeatedBy(corrections: readonly Correction[], { body, document }: Pick<Correction, "body" | "document">): Correction | null {
  const subject = subjectOf(body);
  const latest = subject === null ? null : (standing(corrections).findLast((one) => one.document === document && subjectOf(one.body) === subject) ?? null);
  return latest !== null && JSON.stringify(latest.body) === JSON.stringify(body) ? latest : null;
}

/** Of a commitment: what is removed, added or moved twice is told as not fitting where it does nothing. */
const VALUES: ReadonlySet<string> = new Set(["stage", "force", "topic", "accept"]);

/** What a correction speaks of, so that of two on one subject the later counts; null where each is an act of its own. */
function subjectOf(body: CorrectionBody): string | null {
  if (isDocumentCorrection(body)) return body.kind;
  if (isCommitmentCorrection(body)) return VALUES.has(body.kind) ? JSON.stringify([body.kind, body.at]) : null;
  if (isLinkCorrection(body)) return JSON.stringify([body.before, body.after]);
  return body.kind === "add-alias" || body.kind === "add-party" || body.kind === "add-topic" ? JSON.stringify(body) : null;
}
