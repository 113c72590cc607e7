import type { Fact } from '../../model/fact';
import { set } from '../fixes';
import { CREATE_SERVICE, guide } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

interface Data {
  explicit: boolean;
}

export default defineRule<Data>({
  id: 'managed-tags-not-propagated',
  severity: 'warning',
  group: 'tags',
  on: 'service',
  since: '0.1.0',
  sources: ['R335', 'R338', 'R339'],
  profiles: ['create-service', 'ecspresso'],
  docs: {
    what: 'enableECSManagedTags without propagateTags, or with NONE.',
    why: 'AWS documents that managed tags go together with propagateTags, and Cost Explorer splits costs only when it is SERVICE or TASK_DEFINITION. ECS accepts the service either way.',
    instead:
      'Set propagateTags to SERVICE, or TASK_DEFINITION when the tags stand there. When NONE is written out, and in files for ecspresso, this is a hint.',
    links: [CREATE_SERVICE, guide('ecs-using-tags')],
  },
  check({ service, profile }, report) {
    const managed = service.get('enableECSManagedTags');
    const propagate = service.get('propagateTags');
    if (!managed.is(true) || !(propagate.absent || propagate.is('NONE'))) return;
    const explicit = propagate.known;
    // Tools that export a service write NONE out, and files for ecspresso come from one that runs: there it is a hint.
    const severity = explicit || profile === 'ecspresso' ? 'information' : 'warning';
    report({ at: explicit ? propagate : managed, data: { explicit }, severity });
  },
  message: ({ explicit }) =>
    `Managed tags are on, and ${explicit ? 'propagateTags is NONE' : 'propagateTags is not set, so nothing is propagated'}: AWS documents that the two go together, and Cost Explorer needs SERVICE or TASK_DEFINITION.`,
  fix: (_, { service }) => [
    { title: 'Set propagateTags to SERVICE', safe: false, changes: set(service as Fact, 'propagateTags', 'SERVICE') },
  ],
  examples: {
    invalid: [
      {
        text: `${WEB}enableECSManagedTags: ⟦true⟧\n`,
        fixed: `${WEB}enableECSManagedTags: true\npropagateTags: SERVICE\n`,
      },
      {
        text: `${WEB}enableECSManagedTags: true\npropagateTags: ⟦NONE⟧\n`,
        fixed: `${WEB}enableECSManagedTags: true\npropagateTags: SERVICE\n`,
      },
    ],
    valid: [{ text: `${WEB}enableECSManagedTags: true\npropagateTags: TASK_DEFINITION\n` }],
  },
});
