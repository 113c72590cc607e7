import { HOSTILE } from './hostile.mjs';
import { LIMIT_MS, timeOf } from './log.mjs';
import { createRandom, mutate } from './random.mjs';
import { examples, loadCore, realFiles } from './texts.mjs';

const TASK_DEFINITION = 'file:///w/taskdef.yaml';
const TASK =
  'family: web\ncontainerDefinitions:\n  - name: web\n    image: x\n    portMappings: [{containerPort: 80}]\n';

/** An engine that takes a rule's defect for a failure. */
function openEngine(core) {
  const host = {
    read: (uri) => (uri === TASK_DEFINITION ? TASK : undefined),
    list: () => [TASK_DEFINITION],
    version: () => 1,
  };
  const onBug = (what, error) => {
    throw Object.assign(error, { message: `${what}: ${error.message}` });
  };
  return core.createEngine({ host, onBug });
}

const show = (snapshot) =>
  [...snapshot.findings(), ...snapshot.elsewhere()]
    .map(({ rule, severity, span, path, message }) => [rule, severity, span.start, span.end, path, message].join(' '))
    .join('\n');

/** Everything that an editor may ask of a snapshot, with the cursor at an offset. */
function ask({ ide, NO_VIEW, applyEdits, transcode }, snapshot, offset) {
  const view = { uris: () => [snapshot.uri], snapshot: () => snapshot };
  for (const finding of snapshot.findings()) finding.fixes();
  for (const action of ide.actionsAt(snapshot, { start: 0, end: snapshot.text.length }, view)) {
    const edits = typeof action.edits === 'function' ? action.edits() : action.edits;
    const own = edits?.[snapshot.uri];
    if (own) applyEdits(snapshot.text, own);
  }
  ide.fixAllIn(snapshot);
  ide.complete(snapshot, offset, NO_VIEW, { snippets: true });
  ide.hoverAt(snapshot, offset, view);
  ide.outlineOf(snapshot);
  ide.definitionSymbolsIn(snapshot);
  ide.linksIn(snapshot, view);
  ide.hintsIn(snapshot, { start: 0, end: snapshot.text.length }, view);
  ide.selectionAt(snapshot, offset);
  ide.definitionAt(snapshot, offset, view);
  ide.highlightsAt(snapshot, offset);
  ide.renameAt(snapshot, offset, 'renamed', view);
  for (const lens of ide.lensesIn(snapshot)) ide.resolveLens(snapshot, lens.data, view);
  const to = snapshot.tree.syntax === 'json' ? 'yaml' : 'json';
  transcode(snapshot.tree, { to, comments: 'keep', isText: () => true });
}

/** Runs work on a text; what it throws, and what it takes too long for, is a failure. */
function attempt(log, what, text, work) {
  let problem;
  const ms = timeOf(() => {
    try {
      work();
    } catch (error) {
      problem = error;
    }
  });
  log.tried(what, ms);
  if (problem) log.fail(what, problem, text);
  else if (ms > LIMIT_MS) log.fail(what, `${ms.toFixed(0)} ms`, text);
}

/** A JSON file as its author would have it in YAML: there are few real ones. */
function asYaml({ parse, transcode }, { name, text }) {
  const yaml =
    name.endsWith('.json') && transcode(parse(text, 'json'), { to: 'yaml', comments: 'keep', isText: () => true });
  return yaml ? [{ name: name.replace(/json$/, 'yaml'), text: yaml }] : [];
}

export async function fuzzPrefixes(log, { files, skip }) {
  const core = await loadCore();
  const real = realFiles(log).slice(skip, skip + files);
  const chosen = real.flatMap((file) => [file, ...asYaml(core, file)]);
  for (const { name, text } of chosen) {
    const uri = `file:///w/${name}`;
    const engine = openEngine(core);
    let last;
    for (let end = 0; end <= text.length; end++) {
      const typed = text.slice(0, end);
      attempt(log, `${name}, first ${end} characters`, typed, () => {
        last = engine.snapshot(uri, typed, { last });
        last.findings();
        if (end % 10 === 0) ask(core, last, end);
        if (end % 100 === 0 && show(last) !== show(openEngine(core).snapshot(uri, typed)))
          throw new Error('what typing found is not what a fresh look finds');
      });
    }
  }
  log.note(`${chosen.length} files, ${chosen.reduce((sum, { text }) => sum + text.length, 0)} characters`);
}

export async function fuzzMutations(log, { count = 100_000, seed }) {
  const core = await loadCore();
  const real = realFiles(log);
  const sources = [...real, ...real, ...real, ...examples(core)];
  const texts = sources.map(({ text }) => text);
  const random = createRandom(seed);
  let engine = openEngine(core);
  for (let i = 0; i < count; i++) {
    // An engine keeps the trees of files that it has seen; a long run is no editor.
    if (i % 1000 === 0) engine = openEngine(core);
    const { name, text } = random.pick(sources);
    const broken = mutate(text, texts, random);
    const offset = random.below(broken.length + 1);
    attempt(log, `mutation ${i} of seed ${seed} (${name})`, broken, () => {
      const uri = `file:///w/${name}`;
      const expected = random.chance(0.3) ? 'service' : undefined;
      const before = engine.snapshot(uri, text, { expected });
      before.findings();
      ask(core, engine.snapshot(uri, broken, { expected, last: before }), offset);
    });
  }
}

export async function fuzzHostile(log, { only }) {
  const core = await loadCore();
  for (const [name, make] of Object.entries(HOSTILE)) {
    if (!name.includes(only)) continue;
    const text = make();
    for (const ending of ['yaml', 'json']) {
      const what = `${name} as ${ending}, ${(text.length / 1e6).toFixed(2)} MB`;
      const uri = `file:///w/ecs-service-def.${ending}`;
      const engine = openEngine(core);
      let last;
      attempt(log, `${what}, opened`, text, () => {
        last = engine.snapshot(uri, text);
        last.findings();
      });
      if (!last) continue;
      attempt(log, `${what}, edited`, text, () => {
        const middle = text.length >> 1;
        engine.snapshot(uri, `${text.slice(0, middle)}x${text.slice(middle)}`, { last }).findings();
      });
      attempt(log, `${what}, asked`, text, () => {
        core.ide.complete(last, text.length, core.NO_VIEW, { snippets: true });
        core.ide.hoverAt(last, text.length >> 1, core.NO_VIEW);
        core.ide.outlineOf(last);
      });
    }
  }
}
