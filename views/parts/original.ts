/**
 * Words where they were first published: an address that makes browsers find them in the page.
 */
import type { DocumentSummary } from "../../server/archive/types.ts";
import { safeAddress } from "./documents.ts";

/** Null where the source is not on the web, and for a digest, which speaks of the official text in other words. */
export function originalOf({ sourceUrl, kind }: Pick<DocumentSummary, "sourceUrl" | "kind">, words: string): string | null {
  const address = safeAddress(sourceUrl);
  return address === null || kind === "digest" ? null : textFragment(address, words);
}

/** Words in a page, found by browsers that know text fragments and ignored by the others; long ones by their ends. */
export function textFragment(address: string, words: string): string {
  const parts = words.split(/\s+/).filter((word) => word !== "");
  const encode = (some: readonly string[]): string => encodeURIComponent(some.join(" ").replace(/[\p{P}]+$/u, "")).replaceAll("-", "%2D");
  const directive = parts.length <= 12 ? encode(parts) : `${encode(parts.slice(0, 6))},${encode(parts.slice(-4))}`;
  const [base = address, fragment] = address.split("#");
  return `${base}#${fragment === undefined || fragment.includes(":~:") ? "" : fragment}:~:text=${directive}`;
}
