import { parse, stringify } from 'yaml';

type Definition = Record<string, unknown>;

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';

/**
 * Makes a whole definition of a violating fragment, in YAML: a service with a name, a task definition and a count, as far
 * as the fragment leaves room for them. Undefined when the fragment is none (`-`, or a comment).
 */
export function complete(snippet: string): string | undefined {
  if (!snippet.startsWith('{')) return undefined;
  // A key that stands twice is a mistake of its own, which a parsed and printed fragment would lose.
  const fragment = parse(spellOut(snippet), { uniqueKeys: false }) as Definition;
  const twice = /\b(\w+): [^,{}]+, \1: /.exec(snippet)?.[1];
  const whole = stringify({ ...baseFor(fragment), ...filled(fragment) });
  return twice === undefined ? whole : `${whole}${twice}: ${JSON.stringify(fragment[twice])}\n`;
}

/** `<256 x a>` and `<37 chars>` stand for strings of that length. */
function spellOut(snippet: string): string {
  return snippet.replaceAll(/<(\d+) (?:x a|chars)>/g, (_, count) => 'a'.repeat(Number(count)));
}

/** What a service needs beside the fragment, without what the fragment rules out. */
function baseFor({ schedulingStrategy, deploymentController }: Definition): Definition {
  const external = (deploymentController as Definition | undefined)?.type === 'EXTERNAL';
  return {
    serviceName: 'web',
    ...(!external && { taskDefinition: 'web:1' }),
    ...(schedulingStrategy !== 'DAEMON' && { desiredCount: 2 }),
  };
}

/** `loadBalancers: [{}, {}]` means any entries: fills them in. */
function filled(fragment: Definition): Definition {
  if (!Array.isArray(fragment.loadBalancers)) return fragment;
  const loadBalancers = fragment.loadBalancers.map((entry: Definition, i) =>
    Object.keys(entry).length > 0
      ? entry
      : { targetGroupArn: TARGET_GROUP, containerName: 'web', containerPort: 8080 + i },
  );
  return { ...fragment, loadBalancers };
}
