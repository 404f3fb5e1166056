/** What trying a correction gives, and how one is refused. */
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";

export type Trial =
  | {
      readonly kind: "fits";
      /** The number of the document that it concerns, or null. */
      readonly document: number | null;
      readonly touches: readonly number[];
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A number that no correction has yet. */
export const PROVISIONAL = Number.MAX_SAFE_INTEGER;

export function refuse(code: RefusalCode, detail?: string): Trial {
  return { kind: "refused", refusal: refusal(code, detail) };
}

/** A value as a refusal tells it. */
export function valueDetail(value: string): string {
  return value === "" ? "nothing" : `“${value.slice(0, 60)}”`;
}
