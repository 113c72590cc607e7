import type { Control, Value } from '../../../server/core/rollout/control';
import { CONTROLS } from '../../../server/core/rollout/controls';
import { applyOverrides, editsOf } from '../../../server/core/rollout/what-if';
import type { Plan } from '../../../server/core/simulator/plan';
import type { Report } from '../../../server/core/simulator/report/types';
import { Section } from './section';
import { abilities, ask, current, overrides, pinned, report, shown, turn, turned } from './state';

const GROUPS = ['Service', 'Traffic', 'Protection', 'Timing', 'Capacity', 'Failures'] as const;

/** Native controls over the plan; each change is simulated at once. */
export function WhatIf() {
  return (
    <Section id="what-if" title="What if">
      {() => <Controls />}
    </Section>
  );
}

function Controls() {
  const file = shown.value;
  if (!file) return null;
  const plan = applyOverrides(file.plan, overrides.value);
  const fitting = CONTROLS.filter((control) => control.fits?.(plan) ?? true);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Actions plan={file.plan} />
      {GROUPS.map((group) => {
        const controls = fitting.filter((control) => control.group === group);
        if (controls.length === 0) return null;
        return (
          <fieldset key={group}>
            <legend>{group}</legend>
            {controls.map((control) => (
              <Field key={control.id} control={control} plan={plan} file={file.plan} />
            ))}
          </fieldset>
        );
      })}
    </form>
  );
}

function Actions({ plan }: { plan: Plan }) {
  const { edits, beyond } = editsOf(plan, overrides.value);
  const keep = () => {
    const run = current.peek();
    if (run) pinned.value = { ...run, label: 'the kept run' };
  };
  return (
    <div class="actions">
      {abilities.value.apply && (
        <button
          type="button"
          class="primary"
          disabled={edits.length === 0}
          onClick={() => ask().send({ type: 'apply', edits })}
        >
          Apply to file
        </button>
      )}
      <button
        type="button"
        disabled={!turned.value}
        onClick={() => {
          overrides.value = {};
        }}
      >
        Reset
      </button>
      <button type="button" onClick={keep} title="Compare what comes with this run">
        Keep this run
      </button>
      {beyond.length > 0 && (
        <p class="muted">Not in the service definition, so only here: {beyond.join(', ').toLowerCase()}.</p>
      )}
    </div>
  );
}

function Field({ control, plan, file }: { control: Control; plan: Plan; file: Plan }) {
  const changed = overrides.value[control.id] !== undefined;
  const value = control.read(plan);
  // Of the file while it was as it is there, of the run on show otherwise.
  const usual = figureOf(control, changed ? shown.value?.report : report.value);
  return (
    <label class={changed ? 'field changed' : 'field'} htmlFor={`control-${control.id}`}>
      <span>
        {control.label}
        {changed && <small class="muted"> was {wordsOf(control, control.read(file), usual)}</small>}
        {value === undefined && usual !== undefined && (
          <small class="muted"> {control.number?.empty ?? 'default'}</small>
        )}
      </span>
      <Input control={control} value={value} usual={usual} />
    </label>
  );
}

/** What the run takes where the plan has no number. */
function figureOf({ number }: Control, run: Report | undefined): number | undefined {
  const figure = number?.figure && run?.figures[number.figure];
  return figure === undefined ? undefined : Math.round(figure * 10) / 10;
}

function wordsOf({ choices, number }: Control, value: Value | undefined, usual?: number): string {
  if (value === undefined) {
    const words = number?.empty ?? 'default';
    return usual === undefined ? words : `${usual}${number?.unit ? ` ${number.unit}` : ''}, ${words}`;
  }
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return `${choices?.find(([one]) => one === value)?.[1] ?? value}${number?.unit ? ` ${number.unit}` : ''}`;
}

function Input({ control, value, usual }: { control: Control; value: Value | undefined; usual: number | undefined }) {
  const { id, number, choices } = control;
  if (number) {
    return (
      <span class="number">
        <input
          id={`control-${id}`}
          type="number"
          min={number.min}
          max={number.max}
          step={number.step ?? 1}
          value={value === undefined ? '' : Number(value)}
          placeholder={String(usual ?? number.empty ?? '')}
          // A half-typed number below the least is no value yet.
          onInput={({ currentTarget: { valueAsNumber } }) =>
            turn(id, Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
          }
        />
        <small>{number.unit}</small>
      </span>
    );
  }
  if (choices) {
    return (
      <select id={`control-${id}`} value={String(value)} onChange={(event) => turn(id, event.currentTarget.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={`control-${id}`}
      type="checkbox"
      checked={value === true}
      onChange={(event) => turn(id, event.currentTarget.checked)}
    />
  );
}
