/**
 * A statement of two invented sides as a publisher's page, in as many states as a test wants.
 */
export interface Stating {
  readonly verb?: string;
  readonly head?: string;
  readonly aside?: string;
}

export function publishedPage({ verb = "committed to establish", head = '<meta property="article:published_time" content="2025-05-08T10:00:00+02:00">', aside = "Read on" }: Stating = {}): string {
  return `<!doctype html><html lang="en"><head><title>Statement | Ministry</title>${head}</head><body>
<header><nav><a href="/">Home</a> <a href="/press">Press</a></nav></header>
<main><article><h1>Joint Statement of Norway and Chile on Digital Cooperation</h1>
<p>The ministers of Norway and Chile met in Oslo on 7 May 2025 to review the work of the past year and to look ahead at what is to be done together in the years that follow.</p>
<h2>Data</h2>
<ul><li>Norway and Chile ${verb} a joint programme on data flows with 14 experts by the end of 2026.</li>
<li>The two sides agreed to explore electronic invoicing with small firms in both countries.</li></ul>
<h2>Cables</h2>
<p>They will publish a map of submarine cables between the two regions, and they will meet again in Santiago next year.</p>
</article></main><aside>${aside}</aside><footer>© Ministry of Trade</footer></body></html>`;
}
