import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { derived, generate } from '../../schemas/generate';
import * as runtime from '../../schemas/runtime';

const schemas = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'schemas');

describe('the generated files', () => {
  const files = generate();
  const shapes = new Map<string, object>(Object.entries(runtime));

  it.each(Object.keys(files))('%s is current (npm run generate)', (name) => {
    expect(readFileSync(join(schemas, 'generated', name), 'utf8') === files[name]).toBe(true);
  });

  it('holds nothing that is no longer generated', () => {
    expect(readdirSync(join(schemas, 'generated')).sort()).toEqual(Object.keys(files).sort());
  });

  it('reads back what was derived', () => {
    for (const name of Object.keys(derived) as (keyof typeof derived)[]) {
      expect({ ...shapes.get(name) }).toEqual(derived[name].shape);
      expect(runtime.docsOf(name)).toEqual(derived[name].docs);
    }
  });
});

describe('the runtime entry', () => {
  it('pulls no zod into a bundle, and no file of its own that does', async () => {
    const { metafile } = await build({
      entryPoints: [join(schemas, 'runtime.ts')],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((file) => file.includes('node_modules'))).toEqual([]);
    expect(inputs.length).toBeLessThan(8);
  });

  it('finds members by name, and only real ones', () => {
    const { service, memberOf, shapeAt } = runtime;
    expect(memberOf(service, 'desiredCount')).toMatchObject({ type: 'integer', min: 0 });
    for (const name of ['constructor', '__proto__', 'toString', 'desiredcount', '']) {
      expect(memberOf(service, name)).toBeUndefined();
    }
    expect(shapeAt(service, 'loadBalancers[].containerName')).toMatchObject({
      names: { kind: 'container', role: 'refers' },
    });
    expect(shapeAt(service, 'networkConfiguration.awsvpcConfiguration.subnets[]')).toMatchObject({ type: 'string' });
    expect(shapeAt(runtime.settings, 'rules{}')).toMatchObject({ type: 'string' });
    expect(shapeAt(service, 'loadBalancers.containerName')).toBeUndefined();
    expect(shapeAt(service, 'constructor')).toBeUndefined();
  });

  it('tells closed values from suggestions', () => {
    const { service, shapeAt, closedValues } = runtime;
    const values = (path: string) => closedValues(shapeAt(service, path) as Parameters<typeof closedValues>[0]);
    expect(values('schedulingStrategy')).toEqual(['REPLICA', 'DAEMON']);
    expect(values('platformVersion')).toBeUndefined();
    expect(values('volumeConfigurations[].managedEBSVolume.volumeType')).toContain('gp3');
    expect(values('monitoring.metricConfigurations[].resolutionSeconds')).toEqual([20, 60]);
    expect(values('cluster')).toBeUndefined();
  });

  it('offers the log options of a driver', () => {
    const { service, shapeAt, keysFor } = runtime;
    const options = shapeAt(service, 'serviceConnectConfiguration.logConfiguration.options');
    if (options?.type !== 'map') throw new Error('options is a map');
    expect(keysFor(options, 'awslogs')).toContain('awslogs-group');
    expect(keysFor(options, 'awslogs')).not.toContain('splunk-token');
    expect(keysFor(options, 'syslog')).toEqual(['syslog-address', 'mode', 'max-buffer-size']);
    expect(keysFor(options, undefined)).toContain('splunk-token');
  });

  it('lists members by what can be done with them', () => {
    expect([...runtime.UPDATE_ONLY]).toEqual(['service', 'forceNewDeployment']);
    expect([...runtime.STARTS_DEPLOYMENT].sort()).toEqual(
      [
        'loadBalancers',
        'networkConfiguration',
        'platformVersion',
        'serviceConnectConfiguration',
        'serviceRegistries',
        'taskDefinition',
        'volumeConfigurations',
        'vpcLatticeConfigurations',
      ].sort(),
    );
    expect(runtime.OUTPUT_ONLY.has('platformFamily')).toBe(true);
    expect(runtime.SERVICE_MEMBERS.size).toBe(28);
    expect([...runtime.OUTPUT_ONLY].filter((name) => runtime.SERVICE_MEMBERS.has(name))).toEqual([]);
  });
});
