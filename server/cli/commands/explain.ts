import { RULES, ruleById } from '../../core/rules';
import { nearest } from '../args';
import { defineCommand } from '../command';
import { explainRule } from '../explain-rule';
import { EXIT } from '../io';
import { paintFor } from '../paint';

export const explain = defineCommand({
  name: 'explain',
  args: 'RULE',
  summary: 'Tell what a rule finds, why ECS cares, and what to write instead.',
  options: {},
  arity: [1, 1],
  complete: 'rules',
  run([id = ''], given, io) {
    const rule = ruleById(id);
    if (!rule) {
      const near = nearest(
        id,
        RULES.map((r) => r.id),
      );
      io.err(
        `ecs-preflight: there is no rule "${id}"${near ? `; did you mean ${near}?` : ''} (see ecs-preflight rules)\n`,
      );
      return EXIT.trouble;
    }
    const columns = Math.min((io.outIsTerminal ? io.columns : undefined) ?? 100, 100);
    io.out(explainRule(rule, paintFor(io, (given as { color?: string }).color, io.outIsTerminal), columns));
    return EXIT.clean;
  },
});
