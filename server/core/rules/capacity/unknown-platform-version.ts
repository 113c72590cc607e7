import { factOf, replace } from '../fixes';
import { CREATE_SERVICE, github, guide } from '../links';
import { defineRule } from '../rule';
import { NETWORK, WEB } from '../samples';
import { either, quote } from '../words';
import { platformParts } from './platform';

interface Data {
  version: string;
  known: string[];
  meant: string | undefined;
  form: boolean;
}

export default defineRule<Data>({
  id: 'unknown-platform-version',
  severity: 'error',
  group: 'capacity',
  on: 'service',
  since: '0.1.0',
  sources: ['R235', 'error:platform-unknown'],
  docs: {
    what: 'A platformVersion that is neither LATEST nor a version of three numbers, or one that no platform is known to have.',
    why: 'ECS compares the text as it stands: 1.4 and latest were answered with "The specified platform does not exist." A version of the right form that is newer than this program knows is a warning.',
    instead: 'Write LATEST or the whole version, such as 1.4.0.',
    links: [CREATE_SERVICE, guide('platform-fargate'), github('jenkinsci/amazon-ecs-plugin/issues/218')],
  },
  check({ service, traits }, report) {
    const fact = service.get('platformVersion');
    const version = fact.value;
    const known = fact.shape?.type === 'string' ? (fact.shape.enum ?? []) : [];
    if (version === undefined || traits.ownCapacity === true || known.includes(version)) return;
    const parts = platformParts(version);
    // 1.1.0 and 1.2.0 existed; whether they still can be asked for only AWS knows.
    if (parts && parts[0] === 1 && parts[1] <= 4 && parts[2] === 0) return;
    const whole = `${version}.0`;
    const meant = version.toUpperCase() === 'LATEST' ? 'LATEST' : known.includes(whole) ? whole : undefined;
    report({
      at: fact,
      data: { version, known, meant, form: parts !== undefined },
      severity: parts ? 'warning' : 'error',
    });
  },
  message: ({ version, known, meant, form }) => {
    if (form)
      return `No Fargate platform version ${version} is known; ECS refuses one that does not exist. Known are ${either(known)}: check the number.`;
    return `${quote(version)} is no Fargate platform version, and ECS refuses the service: write ${meant ?? either(known)}.`;
  },
  fix({ at, data }) {
    if (data.meant) return [{ title: `Write ${data.meant}`, safe: true, changes: replace(factOf(at), data.meant) }];
    return [{ title: 'Write LATEST', safe: false, changes: replace(factOf(at), 'LATEST') }];
  },
  examples: {
    invalid: [
      {
        text: `${WEB}launchType: FARGATE\nplatformVersion: ⟦latest⟧\n${NETWORK}`,
        fixed: `${WEB}launchType: FARGATE\nplatformVersion: LATEST\n${NETWORK}`,
      },
      {
        text: `${WEB}launchType: FARGATE\nplatformVersion: ⟦"1.4"⟧\n${NETWORK}`,
        fixed: `${WEB}launchType: FARGATE\nplatformVersion: "1.4.0"\n${NETWORK}`,
      },
      { text: `${WEB}launchType: FARGATE\nplatformVersion: ⟦2.0.0⟧\n${NETWORK}` },
    ],
    valid: [{ text: `${WEB}launchType: FARGATE\nplatformVersion: LATEST\n${NETWORK}` }],
  },
});
