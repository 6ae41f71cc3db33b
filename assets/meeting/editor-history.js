// The steps in which a briefing is edited: each can be taken back, and done again.
const MOST = 200;  // steps that can be taken back

const frame = ({ scenes, chosen }) => ({ scenes, chosen });

// The state after a change. Changes of one run (typing in a field) are one step.
export function stepped(state, change, run = null) {
  const isMore = run !== null && run === state.run;
  const past = isMore ? state.past : [...state.past, frame(state)].slice(-MOST);
  return { ...state, ...change, past, future: [], run };
}

// What is typed from now on is a step of its own.
export const settled = (state) => (state.run === null ? state : { ...state, run: null });

export function undone(state) {
  const [last] = state.past.slice(-1);
  if (!last) return state;
  const future = [frame(state), ...state.future];
  return { ...state, ...last, past: state.past.slice(0, -1), future, run: null };
}

export function redone(state) {
  const [next, ...future] = state.future;
  if (!next) return state;
  return { ...state, ...next, past: [...state.past, frame(state)], future, run: null };
}
