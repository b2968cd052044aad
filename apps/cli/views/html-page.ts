/** What all HTML pages of buka have in common: head, the office's look on screen and on paper, and no script. */
import { text } from "./escape-html.ts";

export interface PageParts {
  /** Plain text. */
  readonly title: string;
  readonly owner: string;
  readonly heading: string;
  /** Markup of the line below the heading. */
  readonly made: string;
  /** Rules of this page over the common ones. */
  readonly style: string;
  /** Pictures stand in the page itself. */
  readonly embedded?: boolean;
  /** Markup between header and footer. */
  readonly body: string;
  readonly footer: string;
}

/** The whole document; `body`, `made` and `footer` are markup whose texts are escaped already. */
export function htmlPage(page: PageParts): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${page.embedded ? "data:" : "'self'"}">
<title>${text(page.title)}</title>
<style>${commonStyle}${page.style}</style>
</head>
<body>
<header>
<p class="owner">${text(page.owner)}</p>
<h1>${text(page.heading)}</h1>
<p class="made">${page.made}</p>
</header>
${page.body}
<footer>
${page.footer}
</footer>
</body>
</html>
`;
}

const commonStyle = `
:root { --ink: #1b1f24; --line: #c8ced6; --soft: #f4f6f8; --accent: #0b5394; }
* { box-sizing: border-box; }
body { font-family: "BIZ UDPGothic", "BIZ UDPゴシック", "Yu Gothic UI", "Meiryo", "IPAexGothic", "Noto Sans CJK JP", sans-serif; color: var(--ink); max-width: 1080px; margin: 24px auto; padding: 0 24px; font-size: 15px; line-height: 1.6; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 20px; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 28px 0 8px; padding-left: 10px; border-left: 6px solid var(--accent); }
h3 { font-size: 16px; margin: 18px 0 6px; }
.owner, .made { margin: 0 0 6px; color: #4a5560; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { border: 1px solid var(--line); padding: 6px 8px; text-align: left; vertical-align: top; }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
.next { color: #4a5560; }
footer { margin-top: 28px; border-top: 1px solid var(--line); color: #4a5560; font-size: 13px; }
@media print { @page { size: A4 portrait; margin: 12mm; } body { margin: 0; padding: 0; max-width: none; font-size: 11px; } tr { break-inside: avoid; } }
`;
