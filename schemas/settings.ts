import { choice, flag, list, map, optional, required, structure, text } from './fields';
import { assumed } from './meta';
import { simulator } from './simulator-settings';

/** The configuration: the same members in `.ecs-preflight.json`, `.ecs-preflight.yaml` and the settings of an editor. */
const level = () =>
  choice({
    error: 'The deployment would be refused, or would break.',
    warning: 'Likely a mistake.',
    information: 'Worth knowing.',
    hint: 'A suggestion, shown faintly.',
    off: 'Not reported.',
  });

const profile = () =>
  choice({
    auto: 'From a comment in the file, a neighbouring ecspresso file, or the content.',
    'create-service': 'Input of aws ecs create-service.',
    'update-service': 'Input of aws ecs update-service.',
    ecspresso: 'Service definition of ecspresso: name, cluster and task definition come from ecspresso.yml.',
    'describe-services': 'An answer of aws ecs describe-services.',
  });

const rules = () => map(level());
const globs = () => list(text({ minLength: assumed(1, 'an empty pattern matches nothing') }));

const RULES = `Severity by rule id, e.g. \`{"circuit-breaker-off": "off"}\`. \`ecs-preflight rules\` lists the ids. \`*\` stands
  for all rules that are not named.`;

const override = structure('override', {
  files: required(globs(), {
    doc: `The files that the override is for, as globs relative to the configuration file. \`!\` in front takes files out again.`,
    rank: 1,
  }),
  pointer: optional(text(), {
    doc: `Narrows the override to one place inside the files, as a JSON pointer: \`/deploymentConfiguration\` and all below it.`,
    default: { text: 'the whole file' },
  }),
  rules: optional(rules(), { doc: RULES, rank: 1 }),
  profile: optional(profile(), { doc: `What these files are meant for, when it cannot be told from them.`, rank: 2 }),
});

export const settings = structure('settings', {
  profile: optional(profile(), {
    doc: `What the files are meant for. It decides which members have to be there and which are out of place.`,
    default: 'auto',
    rank: 1,
  }),
  rules: optional(rules(), { doc: RULES, rank: 1 }),
  overrides: optional(list(override), {
    doc: `Other rules or another profile for some files or places. Later entries win over earlier ones.`,
    rank: 1,
    snippet: [{ files: ['«legacy/**»'], rules: { '«rule-id»': '«off»' } }],
  }),
  files: optional(globs(), {
    doc: `Globs of files that are service definitions whatever they look like. Others are recognised by their content.`,
    default: { text: 'recognised by content' },
    rank: 2,
  }),
  exclude: optional(globs(), {
    doc: `Globs of files to leave alone even if they look like service definitions.`,
    default: { text: 'node_modules, .git and what .gitignore names' },
    rank: 2,
  }),
  taskDefinitions: optional(map(text()), {
    doc: `Which task definition file belongs to which service definition: globs of service files to paths, both relative to the configuration file.
      Without an entry it is looked for beside the service: ecspresso.yml, the family, the only one in the folder.`,
    rank: 1,
    snippet: { '«services/web.json»': '«taskdefs/web.json»' },
  }),
  simulator: optional(simulator, { doc: `What the rollout preview works with: cluster, timings, choices.`, rank: 2 }),
  inlayHints: optional(flag(), {
    doc: `Shows in the editor what is implied: task counts behind percentages, defaults that apply.`,
    default: true,
  }),
  codeLens: optional(flag(), { doc: `Shows the rollout in one line above each service definition.`, default: true }),
  trace: optional(
    choice({ off: 'Nothing.', messages: 'Each request with its time.', verbose: 'Requests and answers in full.' }),
    {
      doc: `What the language server writes about its work, for bug reports. Read from the editor settings alone.`,
      default: 'off',
    },
  ),
});
