import { ruleById } from '../rules';
import type { Example, Rule } from '../rules/rule';

/** The page of a rule in Markdown: what, why, instead, examples, links. Undefined for an unknown id. */
export function rulePage(id: string): string | undefined {
  const rule = ruleById(id);
  return rule && pageOf(rule);
}

export function pageOf(rule: Rule): string {
  const { docs, examples } = rule;
  const invalid = examples.invalid[0];
  const valid = examples.valid[0];
  return [
    `# ${rule.id}`,
    `*${rule.severity} · ${rule.group} · since ${rule.since}${fixNote(rule)}${rule.profiles ? ` · only for ${rule.profiles.join(', ')}` : ''}*`,
    docs.what,
    `**Why it matters.** ${docs.why}`,
    `**What to do.** ${docs.instead}`,
    ...(invalid ? ['## Found here', fence(invalid)] : []),
    ...(invalid?.fixed ? ['## After the fix', code(invalid.fixed)] : []),
    ...(valid ? ['## Fine', fence(valid)] : []),
    '## Read more',
    docs.links.map((link) => `- <${link}>`).join('\n'),
    `Sources: ${rule.sources.length > 0 ? rule.sources.join(', ') : 'the API model'}.`,
    `Switch it off for a line with \`# ecs-preflight-disable-next-line ${rule.id} -- why\`, or in the settings: \`"rules": { "${rule.id}": "off" }\`.`,
  ].join('\n\n');
}

function fixNote(rule: Rule): string {
  return rule.fix ? ' · has a fix' : '';
}

function fence(example: Example): string {
  const parts = [example.text, ...(example.taskDefinition ? [example.taskDefinition] : [])].map(code);
  return parts.join('\n\nwith the task definition\n\n');
}

function code(text: string): string {
  const plain = text.replace(/[⟦⟧]/g, '');
  return `\`\`\`${plain.startsWith('{') ? 'json' : 'yaml'}\n${plain.trimEnd()}\n\`\`\``;
}
