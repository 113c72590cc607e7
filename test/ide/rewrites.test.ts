import { describe, expect, it } from 'vitest';
import * as ide from '../../server/core/ide';
import { previewOf } from '../../server/core/rollout/preview';
import { applyEdits, type TextEdit } from '../../server/core/syntax';
import { makeWorkspace } from '../workspace';
import { openAt } from './open';

const WEB = 'serviceName: web # of the shop\ncluster: c\ntaskDefinition: web:1\ndesiredCount: 2\n';

function actionsIn(text: string, name = 'service.yaml') {
  const { snapshot, at, view } = openAt({ [name]: text });
  const actions = ide.actionsAt(snapshot, { start: at, end: at }, view).filter((a) => a.kind === 'rewrite');
  const textAfter = (title: string) => {
    const action = actions.find((a) => a.title.startsWith(title));
    const edits = action?.edits()[snapshot.uri] as TextEdit[] | undefined;
    return action?.creates?.text ?? (edits && applyEdits(snapshot.text, edits));
  };
  return { titles: actions.map((a) => a.title), actions, textAfter };
}

describe('rewrites', () => {
  it('turn launch type FARGATE into a strategy and back', () => {
    const there = actionsIn(`${WEB}launch$0Type: FARGATE # cheap\n`).textAfter('Rewrite launchType');
    expect(there).toBe(`${WEB}capacityProviderStrategy:\n  - capacityProvider: FARGATE\n    weight: 1\n`);
    const back = actionsIn(there?.replace('capacityProviderStrategy', 'capacity$0ProviderStrategy') ?? '');
    expect(back.textAfter('Rewrite the capacity')).toBe(`${WEB}launchType: FARGATE\n`);
  });

  it.each(['FARGATE_SPOT', 'mine'])('leave a strategy of %s alone, which no launch type says', (provider) => {
    const { titles } = actionsIn(
      `${WEB}capacity$0ProviderStrategy:\n  - capacityProvider: ${provider}\n    weight: 1\n`,
    );
    expect(titles).toEqual([]);
  });

  it('turn an input of CreateService into one of UpdateService that is sound', () => {
    const text = `$0${WEB}launchType: FARGATE\nrole: r\ntags: []\nclientToken: x\nschedulingStrategy: REPLICA\nenableExecuteCommand: true\n`;
    const after = actionsIn(text).textAfter('Rewrite as input of UpdateService') ?? '';
    expect(after).toBe(`${WEB.replace('serviceName', 'service')}enableExecuteCommand: true\n`);
    const snapshot = makeWorkspace({ 'service.yaml': after }).open('service.yaml');
    expect(snapshot.definitions.map((d) => d.profile)).toEqual(['update-service']);
    expect(snapshot.findings().filter((f) => f.severity === 'error')).toEqual([]);
  });

  it('write the file in the other syntax beside it', () => {
    const { actions, titles, textAfter } = actionsIn(`$0${WEB}`);
    expect(titles.filter((t) => t.startsWith('Write'))).toEqual([
      'Write as JSON, without the comments',
      'Write as JSON, with the comments (the AWS CLI refuses them)',
    ]);
    expect(actions.map((a) => a.creates?.uri).filter(Boolean)).toEqual([
      'file:///w/service.json',
      'file:///w/service.jsonc',
    ]);
    const json = textAfter('Write as JSON, without') ?? '';
    expect(JSON.parse(json)).toEqual({ serviceName: 'web', cluster: 'c', taskDefinition: 'web:1', desiredCount: 2 });
    const commented = textAfter('Write as JSON, with the') ?? '';
    const back = actionsIn(commented.replace('"serviceName', '"$0serviceName'), 'service.jsonc');
    expect(back.textAfter('Write as YAML')).toBe(WEB);
  });

  it('quote a template in JSON where the schema wants text, and leave it bare where it wants a number', () => {
    const json = actionsIn(
      `$0serviceName: web\ncluster: {{ env \`C\` }}\ndesiredCount: {{ env \`N\` }}\nlaunchType: EC2\n`,
    );
    expect(json.textAfter('Write as JSON')).toBe(
      '{\n  "serviceName": "web",\n  "cluster": "{{ env `C` }}",\n  "desiredCount": {{ env `N` }},\n  "launchType": "EC2"\n}\n',
    );
  });

  it('say why where the other syntax cannot say the same', () => {
    const { actions } = actionsIn(`$0${WEB}tags:\n  - &t { key: a, value: b }\n`);
    expect(actions.filter((a) => a.title.startsWith('Write')).map((a) => a.disabled)).toEqual([
      expect.stringContaining('anchors'),
      expect.stringContaining('anchors'),
    ]);
  });
});

describe('beginnings', () => {
  const plain = (snippet: string) => snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1');

  it.each(ide.SKELETONS.flatMap((s) => (['yaml', 'json'] as const).map((syntax) => [s.id, syntax, s] as const)))(
    '%s in %s breaks no rule and rolls out',
    (_, syntax, skeleton) => {
      const text = plain(ide.skeletonText(skeleton, syntax));
      const snapshot = makeWorkspace({ [`ecs-service-def.${syntax}`]: text }).open(`ecs-service-def.${syntax}`);
      const [definition] = snapshot.definitions;
      expect(definition?.profile).toBe('create-service');
      expect(snapshot.findings().filter((f) => f.severity === 'error' || f.severity === 'warning')).toEqual([]);
      expect(definition && previewOf(definition).report.verdict.outcome).toBe('completed');
    },
  );

  it.each([
    ['ecs-service-def.yaml', ''],
    ['ecs-service-def.yaml', '# the service\n\n'],
    ['deploy/servicedef.json', '\n'],
    ['ecs-service.yml', 'farg'],
  ])('are offered in %s holding %j', (name, text) => {
    const found = ide.beginnings(`file:///w/${name}`, text, { snippets: true });
    expect(found?.items.map((i) => i.label)).toContain('ECS service: Fargate behind a load balancer');
    expect(text.slice(found?.replace.start, found?.replace.end)).toBe(text === 'farg' ? 'farg' : '');
  });

  it.each([
    ['package.json', ''],
    ['values.yaml', ''],
    ['ecs-service-def.yaml', 'a: 1\n'],
    ['ecs-service-def.yaml', '{}'],
  ])('are not in %s holding %j', (name, text) => {
    expect(ide.beginnings(`file:///w/${name}`, text, { snippets: true })).toBeUndefined();
  });
});
