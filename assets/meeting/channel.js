// The speaker's window and the stage talk inside the browser: nothing goes through the server.
// The stage says what it shows; the notes ask for the deck and send the keys pressed in them.
const NAME = "jing-jin-ji-stage";

// Two stages in one browser are two sessions; a notes window belongs to the one that opened it.
export function session() {
  const kept = sessionStorage.getItem("stage-session");
  const name = kept ?? Math.random().toString(36).slice(2);
  sessionStorage.setItem("stage-session", name);
  return name;
}

export function channel(receive) {
  const line = new BroadcastChannel(NAME);
  line.onmessage = ({ data }) => receive(data);
  return (message) => line.postMessage(message);
}
