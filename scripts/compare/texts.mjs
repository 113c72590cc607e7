/** What is opened and typed into: realistic services, alone, in one file of many documents, and as JSON. */
import { serviceYaml } from '../bench/_texts.mjs';
import { parse } from './competitors.mjs';

/** The place that is typed into: behind this value, an `x` makes it none of the listed values. */
const TYPED = /^(\s*"?propagateTags"?: "?SERVICE)/;

const oneYaml = serviceYaml('web');
const KB = 1024;

/** As many services as fit, each a document. */
function manyYaml(size) {
  const documents = [];
  for (let length = 0; length < size; length += documents.at(-1).length + 4)
    documents.push(serviceYaml(`web-${documents.length}`));
  return documents.join('---\n');
}

/** JSON has no documents: one service with as many Service Connect services as fit. */
function longJson(size) {
  const service = parse(oneYaml);
  const [first] = service.serviceConnectConfiguration.services;
  const withMany = (count) => {
    service.serviceConnectConfiguration.services = Array.from({ length: count }, (_, i) => ({
      ...first,
      portName: `port-${i}`,
      discoveryName: `web-${i}`,
      clientAliases: [{ port: 1000 + i, dnsName: `web-${i}` }],
    }));
    return JSON.stringify(service, null, 2);
  };
  // The numbers in them make later ones a little longer.
  const [sample, alone] = [withMany(1000).length, withMany(0).length];
  const each = (sample - alone) / 1000;
  return withMany(Math.floor((size - alone) / (each + 4)));
}

/**
 * `{ name, uri, text, at, rounds, before }`; at: where is typed, in the middle; rounds: how often it is measured; before:
 * how often is typed before that, until what runs often is compiled, as it is for whoever types more than one word.
 */
export const TEXTS = [
  describe('YAML 2 KB', 'small.yaml', oneYaml, 300, 150),
  describe('YAML 50 KB, many documents', 'medium.yaml', manyYaml(50 * KB), 40, 30),
  describe('YAML 1 MB, many documents', 'large.yaml', manyYaml(1000 * KB), 10, 4),
  describe('JSON 2 KB', 'small.json', JSON.stringify(parse(oneYaml), null, 2), 300, 150),
  describe('JSON 50 KB', 'medium.json', longJson(50 * KB), 60, 60),
  describe('JSON 1 MB', 'large.json', longJson(1000 * KB), 20, 10),
];

function describe(name, file, text, rounds, before) {
  const lines = text.split('\n');
  const places = lines.flatMap((line, number) => {
    const found = TYPED.exec(line);
    return found ? [{ line: number, character: found[1].length }] : [];
  });
  return { name, file, text, rounds, before, at: places[places.length >> 1], size: text.length };
}
