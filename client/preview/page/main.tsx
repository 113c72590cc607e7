/** The preview's page: in an editor, or alone in a report. */
import { render } from 'preact';
import { standAlone } from './alone-host';
import { App } from './app';
import { connectEditor, inEditor } from './editor-host';
import './page.css';
import { start } from './state';
import { watchTheme } from './theme';

const place = document.getElementById('page');
if (place) {
  watchTheme();
  start(inEditor() ? connectEditor : standAlone);
  render(<App />, place);
}
