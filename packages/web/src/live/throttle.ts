/**
 * Runs a task at once, and then at most once per interval however often it is asked for; what was
 * asked for meanwhile runs once when the interval ends.
 */
export function createThrottle(
  task: () => void,
  intervalMs: number,
): { readonly request: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  const run = () => {
    waiting = false;
    task();
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) run();
    }, intervalMs);
  };
  return {
    request: () => {
      if (timer === undefined) run();
      else waiting = true;
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      waiting = false;
    },
  };
}
