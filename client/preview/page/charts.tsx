import { momentWords } from '../../../server/core/rollout/words';
import { zoomBy } from './cursor';
import { timeScale } from './scale';
import { Stages } from './stages';
import { abilities, range, report, time, zoomed } from './state';
import { StepChart } from './step-chart';
import { Timeline } from './timeline';
import { Traffic } from './traffic';
import { useWidth } from './width';

/** All pictures of the run, one below the other on the same scale of time. */
export function Charts() {
  const { ref, width } = useWidth<HTMLDivElement>();
  const scale = timeScale(range.value, width);
  return (
    <section aria-label="The rollout over time">
      <Toolbar />
      <div ref={ref}>
        {width > 0 && (
          <>
            <StepChart scale={scale} />
            {(report.value?.traffic.t.length ?? 0) > 1 && <Traffic scale={scale} />}
            <Stages scale={scale} />
            <Timeline scale={scale} />
          </>
        )}
      </div>
    </section>
  );
}

function Toolbar() {
  return (
    <div class="toolbar">
      <span class="moment">
        <small class="muted">at</small>{' '}
        <output aria-label="Moment" title="Minutes and seconds since the deployment was asked for">
          {momentWords(time.value)}
        </output>
      </span>
      <button
        type="button"
        title="Show less of the time (+)"
        aria-label="Zoom in"
        onClick={() => zoomBy(0.5, time.peek())}
      >
        +
      </button>
      <button
        type="button"
        title="Show more of the time (-)"
        aria-label="Zoom out"
        onClick={() => zoomBy(2, time.peek())}
      >
        −
      </button>
      <button
        type="button"
        title="Show all of the time (0)"
        disabled={!zoomed.value}
        onClick={() => {
          zoomed.value = undefined;
        }}
      >
        All
      </button>
      <small class="muted keys">
        ← → next event · Shift ← → next wave{abilities.value.reveal && ' · Enter: its line in the file'}
      </small>
    </div>
  );
}
