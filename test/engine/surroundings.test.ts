import { describe, expect, it } from 'vitest';
import { createEngine } from '../../server/core/engine';

const SERVICE = (name: string) => `serviceName: ${name}
cluster: main
taskDefinition: ${name}:1
desiredCount: 2
serviceConnectConfiguration:
  enabled: true
  namespace: internal
  services: [{portName: http, discoveryName: shared}]
`;
const TASK = (family: string) => `family: ${family}\ncontainerDefinitions: [{name: ${family}, image: x}]\n`;

/** An engine over files that change under it, counting what it reads. */
function open(files: Map<string, string>) {
  const reads = { list: 0 };
  const engine = createEngine({
    host: {
      read: (uri) => files.get(uri),
      list(folder) {
        reads.list++;
        return [...files.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder);
      },
    },
    workspace: () => [...files.keys()],
  });
  const companion = (uri: string) => engine.snapshot(uri, files.get(uri) ?? '').definitions[0]?.companion();
  const rules = (uri: string) =>
    engine
      .snapshot(uri, files.get(uri) ?? '')
      .findings()
      .map((f) => f.rule);
  return { engine, companion, rules, reads };
}

describe('what stands around a service', () => {
  it('is seen as it is now: a changed, a new and a removed task definition', () => {
    const files = new Map([
      ['file:///w/s.yaml', SERVICE('web')],
      ['file:///w/t.yaml', TASK('web')],
    ]);
    const { companion } = open(files);
    expect(companion('file:///w/s.yaml')?.uri).toBe('file:///w/t.yaml');
    files.set('file:///w/t.yaml', `# moved\n${TASK('web')}`);
    expect(companion('file:///w/s.yaml')?.fact.file.tree.text).toContain('# moved');
    files.set('file:///w/u.yaml', TASK('web'));
    expect(companion('file:///w/s.yaml')).toBeUndefined();
    files.delete('file:///w/t.yaml');
    expect(companion('file:///w/s.yaml')?.uri).toBe('file:///w/u.yaml');
  });

  it('sees a file that becomes a task definition while it is edited', () => {
    const files = new Map([
      ['file:///w/s.yaml', SERVICE('web')],
      ['file:///w/t.yaml', 'family: web\n'],
    ]);
    const { companion, engine } = open(files);
    expect(companion('file:///w/s.yaml')).toBeUndefined();
    files.set('file:///w/t.yaml', TASK('web'));
    engine.snapshot('file:///w/t.yaml', TASK('web'));
    expect(companion('file:///w/s.yaml')?.uri).toBe('file:///w/t.yaml');
  });

  it('finds the ecspresso configuration of each service by what it says, whatever its name', () => {
    const files = new Map([
      ['file:///w/web-sv.yaml', 'desiredCount: 1\nlaunchType: EC2\n'],
      ['file:///w/job-sv.yaml', 'desiredCount: 1\nlaunchType: EC2\n'],
      ['file:///w/web-td.yaml', TASK('web')],
      ['file:///w/job-td.yaml', TASK('job')],
      ['file:///w/web.yml', 'service_definition: web-sv.yaml\ntask_definition: web-td.yaml\n'],
      ['file:///w/job.json', '{"service_definition": "job-sv.yaml", "task_definition": "job-td.yaml"}'],
    ]);
    const { companion } = open(files);
    expect(companion('file:///w/web-sv.yaml')).toMatchObject({ uri: 'file:///w/web-td.yaml', how: 'named by web.yml' });
    expect(companion('file:///w/job-sv.yaml')?.uri).toBe('file:///w/job-td.yaml');
    files.set('file:///w/stage.yml', 'service_definition: web-sv.yaml\ntask_definition: job-td.yaml\n');
    expect(companion('file:///w/web-sv.yaml'), 'two stages disagree').toBeUndefined();
  });

  it('follows an ecspresso configuration that changes', () => {
    const files = new Map([
      ['file:///w/s.yaml', SERVICE('web')],
      ['file:///w/td/t.yaml', TASK('other')],
      ['file:///w/ecspresso.yml', 'service_definition: s.yaml\ntask_definition: td/none.yaml\n'],
    ]);
    const { companion } = open(files);
    expect(companion('file:///w/s.yaml')).toBeUndefined();
    files.set('file:///w/ecspresso.yml', 'service_definition: s.yaml\ntask_definition: td/t.yaml\n');
    expect(companion('file:///w/s.yaml')?.uri).toBe('file:///w/td/t.yaml');
  });

  it('compares with other services as they are now', () => {
    const files = new Map([
      ['file:///w/a.yaml', SERVICE('a')],
      ['file:///w/b.yaml', SERVICE('b')],
    ]);
    const { rules } = open(files);
    expect(rules('file:///w/a.yaml')).toContain('discovery-name-in-two-services');
    files.set('file:///w/b.yaml', SERVICE('b').replace('discoveryName: shared', 'discoveryName: own'));
    expect(rules('file:///w/a.yaml')).not.toContain('discovery-name-in-two-services');
    expect(rules('file:///w/b.yaml')).not.toContain('discovery-name-in-two-services');
  });
});
