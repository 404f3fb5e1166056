/** The parts of Citation.js that are used; it ships no types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown);
    format(name: "ris", options: { readonly format: "object" }): readonly Readonly<Record<string, unknown>>[];
    format(name: string, options?: { readonly [name: string]: string | boolean }): string;
  }
  interface Settings {
    readonly "@bibtex": { readonly format: { useIdAsLabel: boolean } };
    readonly "@csl": { readonly templates: { add(name: string, style: string): void } };
  }
  export const plugins: { readonly config: { get<Name extends keyof Settings>(name: Name): Settings[Name] } };
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-csl" {}
declare module "@citation-js/plugin-ris" {}
