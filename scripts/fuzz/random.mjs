/** Chance that comes again with the same seed (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)], chance: (p) => next() < p };
}

/** What people and programs leave in files by mistake, and what readers stumble over. */
const ODD = [
  ...'{}[]:,"\'#&*!|>%@`~?-=\\/$ \t\n\r',
  '\r\n',
  '\ufeff',
  '\0',
  '\x85',
  '\u2028',
  '\ud800',
  '😀',
  '{{ ',
  ' }}',
  '{{ must_env `X` }}',
  '${',
  '${X:-1}',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '<<: *a\n',
  '&a ',
  '*a',
  '!Ref ',
  '- ',
  ': ',
  '? ',
  '|\n',
  '>-\n',
  '/*',
  '*/',
  '//',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> other\n',
  'null',
  'true',
  '1e999',
  '-0',
  '0x1f',
  '"__proto__": 1,',
  'constructor: ',
];

/** A text with one to four mistakes in it. `texts`: where pieces to paste come from. */
export function mutate(text, texts, random) {
  let out = text;
  for (let times = 1 + random.below(4); times > 0; times--)
    out = MUTATIONS[random.below(MUTATIONS.length)](out, texts, random);
  return out;
}

const cutAt = (text, random, most) => {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + random.below(most))];
};

const MUTATIONS = [
  (text, _, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(ODD) + text.slice(at);
  },
  (text, _, random) => {
    const [start, end] = cutAt(text, random, 40);
    return text.slice(0, start) + text.slice(end);
  },
  (text, _, random) => {
    const [start, end] = cutAt(text, random, 200);
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  (text, texts, random) => {
    const other = random.pick(texts);
    const [start, end] = cutAt(other, random, 300);
    const at = random.below(text.length + 1);
    return text.slice(0, at) + other.slice(start, end) + text.slice(at);
  },
  (text, _, random) => {
    const lines = text.split('\n');
    const i = random.below(lines.length);
    const line = lines[i] ?? '';
    lines[i] = random.chance(0.5) ? ` ${line}` : line.replace(/^ ?/, '');
    return lines.join('\n');
  },
  (text, _, random) => {
    const lines = text.split('\n');
    const [from, to] = [random.below(lines.length), random.below(lines.length)];
    lines.splice(to, 0, ...lines.splice(from, 1));
    return lines.join('\n');
  },
  (text, _, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
  },
  (text, _, random) => (random.chance(0.2) ? text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n'])) : text),
  (text, _, random) => (random.chance(0.2) ? `\ufeff${text}` : text.slice(0, random.below(text.length + 1))),
];
