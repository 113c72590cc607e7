/** The stand-in's code: a client of yaml-language-server that asks contributors for schemas, as Red Hat's does. */
const { LanguageClient } = require('vscode-languageclient/node');

/* global SERVER */
exports.activate = async () => {
  const contributors = new Map();
  const client = new LanguageClient(
    'yaml',
    'YAML Support',
    {
      command: process.execPath,
      args: [SERVER, '--stdio'],
      options: { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
    },
    { documentSelector: [{ language: 'yaml' }], synchronize: { configurationSection: 'yaml' } },
  );
  client.onRequest('custom/schema/request', (resource) => {
    for (const { requestSchema } of contributors.values()) {
      const uri = requestSchema(resource);
      if (uri) return uri;
    }
    return undefined;
  });
  client.onRequest('custom/schema/content', (uri) => {
    const scheme = uri.slice(0, uri.indexOf(':'));
    return contributors.get(scheme)?.requestSchemaContent(uri);
  });
  await client.start();
  await client.sendNotification('yaml/registerCustomSchemaRequest');
  return {
    registerContributor(scheme, requestSchema, requestSchemaContent) {
      contributors.set(scheme, { requestSchema, requestSchemaContent });
      return true;
    },
  };
};
