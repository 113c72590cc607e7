import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleForBrowser } from './bundle';

const ENTRIES = [
  'server/core/engine.ts',
  'server/core/ide/index.ts',
  'server/core/simulator/index.ts',
  'server/lsp/main.browser.ts',
  'client/extension.browser.ts',
];

describe('for the browser', () => {
  it.each(ENTRIES)('%s needs nothing of Node', async (entry) => {
    const { nodeImports, inputs } = await bundleForBrowser({ entry });
    expect(nodeImports).toEqual([]);
    expect(
      inputs.filter((file) => /\.node\.ts$|\/server\/(config\/(read-file|walk|code-cache)|cli)/.test(file)),
    ).toEqual([]);
  });

  it('the check would notice an import of Node, also inside a package', async () => {
    const { nodeImports } = await bundleForBrowser({
      text: "import 'picomatch'; import { join } from 'path'; join('a');",
    });
    expect(nodeImports.map((line) => line.replace(/^.* -> /, ''))).toContain('path');
  });

  it('the core checks, completes, explains and simulates where there is nothing but the language', async () => {
    const text = `
      export { createEngine } from './server/core/engine';
      export { complete, hoverAt } from './server/core/ide';
      export { NO_VIEW } from './server/core/ide/types';
      export { previewOf } from './server/core/rollout/preview';`;
    const { code } = await bundleForBrowser({ text });
    // A new realm has what ECMAScript says, and neither console nor timers nor URL.
    const realm = createContext({});
    runInContext(code, realm);
    const service = 'serviceName: web\ntaskDefinition: web:1\ndesiredCount: 4\nlaunchType: FARGATEE\n';
    const said = runInContext(
      `(() => {
        const { createEngine, complete, hoverAt, NO_VIEW, previewOf } = bundled;
        const text = ${JSON.stringify(service)};
        const snapshot = createEngine().snapshot('file:///w/service.yaml', text);
        return JSON.stringify({
          rules: snapshot.findings().map((finding) => finding.rule),
          labels: complete(snapshot, text.indexOf('FARGATEE'), NO_VIEW, { snippets: true }).items.map((item) => item.label),
          hover: hoverAt(snapshot, text.indexOf('desiredCount'), NO_VIEW).markdown,
          rollout: previewOf(snapshot.definitions[0]).summary,
        });
      })()`,
      realm,
    );
    const { rules, labels, hover, rollout } = JSON.parse(said);
    expect(rules).toContain('not-a-listed-value');
    expect(labels).toContain('FARGATE');
    expect(hover).toContain('desiredCount');
    expect(rollout).toMatch(/4/);
  });
});
