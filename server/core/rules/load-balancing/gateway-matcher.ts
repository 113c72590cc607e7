import type { Fact } from '../../model/fact';
import { api } from '../links';
import { defineRule } from '../rule';
import { FARGATE } from '../samples';
import { quote } from '../words';

interface Data {
  /** What is no list of codes, and the codes that there are; undefined where both kinds stand together. */
  wrong?: { value: string; least: number; most: number };
}

const CONNECTOR = `${FARGATE}gatewayConnectors:\n  - portName: http\n    healthCheck:\n      healthCheckPath: /health\n      matcher:\n`;

export default defineRule<Data>({
  id: 'gateway-matcher',
  severity: 'warning',
  group: 'load-balancing',
  on: 'service',
  since: '0.1.0',
  sources: ['today:gatewayConnectors[].healthCheck.matcher'],
  docs: {
    what: 'A matcher of a gateway health check that holds both kinds of codes, or something that is no list or range of codes.',
    why: 'A port speaks HTTP or gRPC, so only one of httpCode and grpcCode can apply; codes are single ones, lists or ranges, as in the matchers of target groups. AWS has published no rule about this member yet, so this is an assumption.',
    instead: 'Give httpCode such as "200", "200,202" or "200-299", or grpcCode such as "0" or "0-99".',
    links: [api('GatewayConnector')],
  },
  check({ service }, report) {
    for (const connector of service.get('gatewayConnectors').items) {
      const matcher = connector.get('healthCheck').get('matcher');
      const [http, grpc] = [matcher.get('httpCode'), matcher.get('grpcCode')];
      if (http.known && grpc.known) report({ at: { fact: grpc as Fact, key: true }, data: {} });
      if (http.known && !isCodes(http.value as string, 100, 599)) {
        report({ at: http, data: { wrong: { value: http.value as string, least: 100, most: 599 } } });
      }
      if (grpc.known && !isCodes(grpc.value as string, 0, 99)) {
        report({ at: grpc, data: { wrong: { value: grpc.value as string, least: 0, most: 99 } } });
      }
    }
  },
  message: ({ wrong }) =>
    wrong === undefined
      ? 'A port speaks HTTP or gRPC, so only one of httpCode and grpcCode can apply: keep the one that fits.'
      : `${quote(wrong.value)} is no status code from ${wrong.least} to ${wrong.most}, no list (a,b) and no range (a-b), so no answer would count as healthy.`,
  examples: {
    invalid: [
      { text: `${CONNECTOR}        httpCode: ⟦2xx⟧\n` },
      { text: `${CONNECTOR}        httpCode: "200"\n        ⟦grpcCode⟧: "0"\n` },
    ],
    valid: [{ text: `${CONNECTOR}        httpCode: "200-299,302"\n` }],
  },
});

/** `200`, `200,202`, `200-299`, or several of these, all within the limits. */
function isCodes(text: string, least: number, most: number): boolean {
  return text.split(',').every((part) => {
    const codes = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
    if (!codes) return false;
    const from = Number(codes[1]);
    const to = Number(codes[2] ?? codes[1]);
    return from >= least && to <= most && from <= to;
  });
}
