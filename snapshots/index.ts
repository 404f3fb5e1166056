/**
 * The façade of the domain: everything that other folders may import from `snapshots`.
 */
export * from "./types.ts";
