import { Uri, type Webview } from 'vscode';

/** The frame of the page: nothing runs in it but its own script, and nothing is loaded but that and its style. */
export function pageHtml(webview: Webview, folder: Uri): string {
  const nonce = makeNonce();
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rollout</title>
<link rel="stylesheet" nonce="${nonce}" href="${file('preview.css')}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
