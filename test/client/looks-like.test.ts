import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concernsServer, looksLikeService } from '../../client/looks-like';
import { ROOT } from '../built';

describe('a document worth starting the server for', () => {
  it.each([
    ['a.json', '{"serviceName": "web", "desiredCount": 2}'],
    ['a.yaml', 'desiredCount: 2\nlaunchType: FARGATE\n'],
    ['ecs-service-def.json', '{"desiredCount": {{ env `N` }}}'],
    ['a.yml', 'DesiredCount: 2\nTaskDefinition: web\n'],
    ['ecs-service-def.yaml', '# to come\n'],
  ])('%s %s', (path, text) => {
    expect(looksLikeService(path, text)).toBe(true);
  });

  it.each([
    ['package.json', '{"name": "x", "scripts": {}}'],
    ['a.yaml', 'serviceName: web\n'],
    ['a.yaml', ''],
    ['ecs-service-def.yaml', 'replicas: 2\n'],
    [
      'template.yaml',
      'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  S:\n    Properties: {DesiredCount: 2, LaunchType: EC2}\n',
    ],
    ['deployment.yaml', 'apiVersion: apps/v1\nspec: {serviceName: x, launchType: y}\n'],
    ['taskdef.json', '{"family": "web", "containerDefinitions": []}'],
    ['notes.json', '["desiredCount", "launchType"]'],
  ])('is not %s %s', (path, text) => {
    expect(looksLikeService(path, text)).toBe(false);
  });

  it('is every example that ships', () => {
    const folder = join(ROOT, 'client', 'examples');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /service.*\.(json|ya?ml)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(looksLikeService(name, readFileSync(join(folder, name), 'utf8')), name).toBe(true);
  });

  const shared = join(ROOT, '..', 'shared', 'corpus', 'files');
  if (!existsSync(shared)) console.warn(`skipped: documents of the corpus, because ${shared} is not here`);
  it.skipIf(!existsSync(shared))('is nearly every real one', () => {
    const list = readFileSync(join(shared, '..', 'manifest.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean);
    const names = readdirSync(shared, { recursive: true, encoding: 'utf8' });
    expect(list.length).toBeGreaterThan(0);
    const services = names.filter(
      (name) => /service/i.test(name) && /\.(json|ya?ml)$/.test(name) && !/task/i.test(name),
    );
    const missed = services.filter((name) => !looksLikeService(name, readFileSync(join(shared, name), 'utf8')));
    expect(missed.length / services.length, missed.join('\n')).toBeLessThan(0.05);
  });
});

describe('what the server hears of, once it runs', () => {
  it.each([
    ['taskdef.json', '{"containerDefinitions": []}', true],
    ['ecspresso.yml', 'region: us-east-1\n', true],
    ['.ecs-preflight.json', '{}', true],
    ['package.json', '{}', false],
  ])('%s', (path, text, heard) => {
    expect(concernsServer(`/w/${path}`, text)).toBe(heard);
  });
});
