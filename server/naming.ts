/**
 * Names and addresses as people write them in flags, forms and requests, checked in one place.
 */
import type { Slug } from "../snapshots/index.ts";

/** Lower-case words joined by hyphens, such as `us-singapore`. */
export function isSlug(text: string): text is Slug {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** An address that begins with http:// or https://. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
