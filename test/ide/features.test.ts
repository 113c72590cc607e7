import { describe, expect, it } from 'vitest';
import * as ide from '../../server/core/ide';
import { openAt } from './open';

const SERVICE = `serviceName: web
taskDefinition: web
desiredCount: 5
deploymentConfiguration:
  minimumHealthyPercent: 50
  maximumPercent: 150
loadBalancers:
  - targetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef
    containerName: app
    containerPort: 8080
`;
const TASK =
  'family: web\nnetworkMode: bridge\ncontainerDefinitions:\n  - name: app\n    image: a\n    memory: 128\n    portMappings:\n      - containerPort: 8080\n';
const at = (text: string, mark: string) => text.replace(mark, `$0${mark}`);
const files = (service: string) => ({ 'ecs-service-def.yaml': service, 'taskdef.yaml': TASK });

describe('hover', () => {
  const hover = (service: string) => {
    const { snapshot, at, view } = openAt(files(service));
    return ide.hoverAt(snapshot, at, view)?.markdown ?? '';
  };

  it('explains a field with type, default and page', () => {
    const text = hover(at(SERVICE, 'maximumPercent'));
    expect(text).toContain('**maximumPercent**');
    expect(text).toContain('When absent');
    expect(text).toContain('https://docs.aws.amazon.com/');
  });

  it('says what a percentage means in tasks', () => {
    expect(hover(at(SERVICE, '50'))).toContain('at least **3**');
    expect(hover(at(SERVICE, '150'))).toContain('at most **7**');
  });

  it('shows the waves that a percentage makes, or why there can be none', () => {
    const waves = hover(at(SERVICE, '150'));
    expect(waves).toContain('| At | Starts | Healthy | Tasks |');
    expect(waves).toMatch(/\| \d+:\d\d \| \d+ \| \d+ \| \d+ \|/);
    expect(waves).toMatch(/Done after \d+ (s|min)\./);
    const stuck = hover(at(SERVICE.replace('desiredCount: 5', 'desiredCount: 1').replace('50', '100'), '150'));
    expect(stuck).not.toContain('| At |');
    expect(stuck).toContain('may not stop one');
  });

  it('says which task definition is meant and why', () => {
    expect(hover(SERVICE.replace('taskDefinition: web', 'taskDefinition: $0web'))).toContain('taskdef.yaml');
  });

  it('explains an enum value', () => {
    expect(hover(`${SERVICE}launchType: $0FARGATE\n`)).toContain('`FARGATE`');
  });

  it('says that a template is not checked', () => {
    expect(hover(SERVICE.replace('desiredCount: 5', 'desiredCount: $0{{ env `N` `2` }}'))).toContain('rendered');
  });

  it('explains a clause of a placement expression', () => {
    const text = hover(
      `${SERVICE}placementConstraints:\n  - type: memberOf\n    expression: attribute:ecs.inst$0ance-type =~ t2.*\n`,
    );
    expect(text).toContain('instance');
  });
});

describe('names', () => {
  it('leads from containerName to the container', () => {
    const {
      snapshot,
      at: offset,
      view,
      workspace,
    } = openAt(files(SERVICE.replace('containerName: app', 'containerName: a$0pp')));
    const found = ide.definitionAt(snapshot, offset, view);
    expect(found?.targets.map((t) => t.uri)).toEqual([workspace.uri('taskdef.yaml')]);
  });

  it('renames a container in both files', () => {
    const {
      snapshot,
      at: offset,
      view,
      workspace,
    } = openAt(files(SERVICE.replace('containerName: app', 'containerName: a$0pp')));
    const renamed = ide.renameAt(snapshot, offset, 'api', view);
    expect('edits' in renamed && Object.keys(renamed.edits).sort()).toEqual(
      [workspace.uri('ecs-service-def.yaml'), workspace.uri('taskdef.yaml')].sort(),
    );
  });

  it('refuses a name that cannot be', () => {
    const { snapshot, at: offset, view } = openAt(files(SERVICE.replace('containerName: app', 'containerName: a$0pp')));
    expect(ide.renameAt(snapshot, offset, 'a b', view)).toHaveProperty('refused');
  });

  it('finds references of a family', () => {
    const {
      snapshot,
      at: offset,
      view,
    } = openAt(files(SERVICE.replace('taskDefinition: web', 'taskDefinition: w$0eb')));
    expect(ide.referencesAt(snapshot, offset, view, true)).toHaveLength(2);
  });
});

describe('hints and lenses', () => {
  it('shows the tasks behind percentages', () => {
    const { snapshot, view } = openAt(files(SERVICE));
    const labels = ide.hintsIn(snapshot, { start: 0, end: snapshot.text.length }, view).map((h) => h.label.trim());
    expect(labels).toEqual(['→ at least 3 of 5', '→ at most 7']);
  });

  it('previews the rollout in a line', () => {
    const { snapshot, view } = openAt(files(SERVICE));
    const lens = ide.lensesIn(snapshot).find((l) => l.data.about === 'rollout');
    const text = lens && ide.resolveLens(snapshot, lens.data, view);
    expect(text?.title).toMatch(/^Preview rollout · \d+ waves? · ~.* · \d+ to 7 tasks$/);
  });

  it('says so when a rollout can never finish', () => {
    const stuck = SERVICE.replace('desiredCount: 5', 'desiredCount: 1').replace('50', '100');
    const { snapshot, view } = openAt(files(stuck));
    const lens = ide.lensesIn(snapshot)[0] as ide.Lens;
    expect(ide.resolveLens(snapshot, lens.data, view)?.title).toContain('can never finish');
  });
});

describe('outline, links, selection', () => {
  it('lists members and names items', () => {
    const { snapshot } = openAt(files(SERVICE));
    const [service] = ide.outlineOf(snapshot);
    expect(service?.name).toBe('web');
    const balancers = service?.children.find((c) => c.name === 'loadBalancers');
    expect(balancers?.children.map((c) => c.name)).toEqual(['app']);
  });

  it('links taskDefinition to its file', () => {
    const { snapshot, view, workspace } = openAt(files(SERVICE));
    expect(ide.linksIn(snapshot, view).map((l) => l.target)).toEqual([workspace.uri('taskdef.yaml')]);
  });

  it('widens the selection from value to file', () => {
    const { snapshot, at: offset } = openAt(files(at(SERVICE, '150')));
    const spans = ide.selectionAt(snapshot, offset);
    expect(snapshot.text.slice(spans[0]?.start, spans[0]?.end)).toBe('150');
    expect(spans.at(-1)).toEqual({ start: 0, end: snapshot.text.length });
  });
});
