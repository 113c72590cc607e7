/** The rollout as one HTML document that works from disk: the page, its style, the simulator and the data. */
import type { Assumed } from '../core/rollout/plan-of';
import type { ManyReport } from '../core/simulator/many-report';
import type { Plan } from '../core/simulator/plan';
import type { Report } from '../core/simulator/report/types';

/** The built parts of the page: dist/preview.js, dist/preview.css and dist/simulator.js. */
export interface PageParts {
  script: string;
  style: string;
  simulator: string;
}

export interface HtmlOptions {
  /** Name of the definition's file, for people. */
  file: string;
  plan: Plan;
  report: Report;
  assumed: readonly Assumed[];
  /** Of that plan; the page shows it until a control is turned. */
  many?: ManyReport;
}

/** A whole document; the same for the same input. `parts` are trusted, everything else may hold anything. */
export async function htmlReport(parts: PageParts, options: HtmlOptions): Promise<string> {
  const scripts = [parts.simulator, parts.script].map(inScript);
  const style = parts.style.replaceAll('</style', '<\\/style');
  const policy = [
    "default-src 'none'",
    `script-src ${(await Promise.all(scripts.map(digest))).join(' ')}`,
    `style-src ${await digest(style)}`,
    // Workers for many runs, made from the script that stands here.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="ecs-preflight">
<title>${markup(`Rollout of ${options.report.service}`)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="preflight-data">${data(options)}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

/** What the page would be told by an editor. */
function data({ file, plan, report, assumed, many }: HtmlOptions): string {
  const shown = {
    uri: '',
    prefix: '',
    file,
    services: [],
    plan,
    report,
    assumed,
    pointers: [],
    taskDefinition: false,
    many,
  };
  const message = { v: 1, type: 'show', shown, abilities: { reveal: false, apply: false, compare: [] } };
  // Inside a script element only `<` can end it.
  return JSON.stringify(message).replaceAll('<', '\\u003c');
}

/** `</script` can stand in a string of a minified script only, where the backslash changes nothing. */
function inScript(source: string): string {
  return source.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}

function markup(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
