/** The client library, a bundle of its own: a window without a service definition never loads it. */
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
