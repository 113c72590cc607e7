import { extensions, type LogOutputChannel, workspace } from 'vscode';
import { isDefinitionLanguage } from './documents';
import { looksLikeService } from './looks-like';

export const REDHAT_YAML = 'redhat.vscode-yaml';

/** The part of Red Hat's YAML extension that others may use (its README, "Extension API"). */
interface SchemaContributors {
  registerContributor(
    scheme: string,
    requestSchema: (resource: string) => string | undefined,
    requestSchemaContent: (uri: string) => string,
  ): boolean;
}

const SCHEME = 'ecs-preflight-schema';

/**
 * Answers Red Hat's YAML server with an empty schema for our documents. A contributor goes before SchemaStore there, so
 * nothing is said or completed twice; its formatting and folding stay. Does nothing where the extension is not installed.
 */
export function leaveSchemasToUs(log: LogOutputChannel): void {
  const extension = extensions.getExtension<SchemaContributors>(REDHAT_YAML);
  if (!extension) return;
  const isOurs = (resource: string) => {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === resource);
    return (
      document !== undefined &&
      isDefinitionLanguage(document) &&
      looksLikeService(document.uri.path, document.getText())
    );
  };
  const failed = (error: unknown) => log.warn(`Red Hat's YAML extension took no schema from us: ${error}`);
  extension.activate().then((api) => {
    api?.registerContributor?.(
      SCHEME,
      (resource) => (isOurs(resource) ? `${SCHEME}:/none` : undefined),
      () => '{}',
    );
  }, failed);
}
